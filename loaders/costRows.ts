import {costAll} from "../src/model/costAll.ts";
import {defaultCostWorkload} from "../src/model/costFields.ts";
import {formatUsd} from "../src/model/formatUsd.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import type {CloudFacts} from "./readCloud.ts";

/** The jobs that the chapter compares: many short tasks, the same packed, some middling ones, few long ones. */
const jobs = [
  {job: "short", tasks: 1_000_000, seconds: 0.1, packing: 1},
  {job: "packed", tasks: 1_000_000, seconds: 0.1, packing: 10_000},
  {job: "middling", tasks: 10_000, seconds: 30, packing: 1},
  {job: "long", tasks: 100, seconds: 3600, packing: 1}
] as const;

/** A job in words: `1 million × 100 ms`. */
const jobText = ({tasks, seconds, packing}: (typeof jobs)[number]) =>
  `${formatUnit(tasks, "1", 9)} × ${formatUnit(seconds, "s")}${packing > 1 ? `, ${formatUnit(packing, "1", 9)} packed` : ""}`;

/** What the columns of `costRows` that begin with a job's name are about, in words. */
export const costJobs: Readonly<Record<string, string>> = Object.fromEntries(
  jobs.map((job) => [job.job, jobText(job)])
);

/**
 * The cost of some jobs with each offer that belongs to a service described here, by the cost model's standard assumptions:
 * for each job `<job>_usd` (null where a limit excludes it), `<job>_text` and `<job>_reason`.
 */
export function costRows(facts: CloudFacts): readonly Readonly<Record<string, unknown>>[] {
  const answers = jobs.map(({job, ...work}) => ({
    job,
    byOffer: new Map(costAll({...defaultCostWorkload, ...work}, facts).map((each) => [each.service, each]))
  }));
  return facts.offers
    .filter(({tool}) => tool !== null)
    .map(({service, provider, tool, name}) => ({
      offer: service,
      provider,
      tool,
      name,
      ...Object.fromEntries(
        answers.flatMap(({job, byOffer}) => {
          const answer = byOffer.get(service);
          const usd = answer?.feasible ? answer.usd : null;
          return [
            [`${job}_usd`, usd],
            [`${job}_text`, usd === null ? null : formatUsd(usd)],
            [`${job}_reason`, answer?.reason ?? ""]
          ];
        })
      ),
      prices_of: answers[0]?.byOffer.get(service)?.asOf ?? ""
    }));
}
