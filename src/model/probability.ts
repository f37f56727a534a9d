import {randomLcg, randomNormal} from "d3-random";
import {errorFunction} from "simple-statistics";

/** The probability that a standard normal lies below z. */
export const normalBelow = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** A time as the model knows it: the point in seconds and the spread of its log. */
export interface UncertainTime {
  readonly seconds: number;
  readonly logSd: number;
}

/** The probability that a is faster than b, their errors being independent and log-normal. One half for equals. */
export function probabilityFaster(a: UncertainTime, b: UncertainTime): number {
  const spread = Math.hypot(a.logSd, b.logSd);
  const lead = Math.log(b.seconds / a.seconds);
  return spread === 0 ? (lead > 0 ? 1 : lead < 0 ? 0 : 0.5) : normalBelow(lead / spread);
}

const draws = 400;
let normals: readonly Float64Array[] = [];

/** Standard normal draws for so many tools, from a fixed seed: the same workload gives the same answer everywhere. */
function drawsFor(tools: number): readonly Float64Array[] {
  if (normals.length < tools) {
    const normal = randomNormal.source(randomLcg(20261124))(0, 1);
    normals = Array.from({length: Math.max(tools, 32)}, () => Float64Array.from({length: draws}, normal));
  }
  return normals;
}

/** For each of several times the probability that it is the smallest, by seeded draws; they sum to 1. */
export function probabilitiesBest(times: readonly UncertainTime[]): readonly number[] {
  const wins = new Float64Array(times.length);
  const logs = times.map(({seconds}) => Math.log(seconds));
  const noise = drawsFor(times.length);
  for (let draw = 0; draw < draws; draw += 1) {
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < times.length; i += 1) {
      const value = logs[i]! + times[i]!.logSd * noise[i]![draw]!;
      if (value < least) [least, best] = [value, i];
    }
    wins[best]! += 1;
  }
  return [...wins].map((count) => count / draws);
}
