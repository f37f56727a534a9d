import {type ChildProcessWithoutNullStreams, spawn} from "node:child_process";
import {createInterface} from "node:readline";
import {endTree, sampleMark} from "./endTree.ts";

/** Probe processes that sleep beside the measurement and, between samples, tell how much machine there is. */
export interface Probe {
  /** Cores that as many processes as the machine has cores really got at once, from a short burst of work in each. */
  capacity(): Promise<number>;
  /** Seconds that a fixed piece of serial work takes, pinned to one core where the system can: the drift check. */
  baseline(): Promise<number>;
  stop(): Promise<void>;
}

interface Line {
  readonly steps?: number;
  readonly seconds: number;
}

class ProbeProcess {
  readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;

  constructor(python: string, script: string, cpu: number, mark: string) {
    const env = {...process.env, [sampleMark]: mark};
    const args = [script, "--pin", String(cpu)];
    this.child = spawn(python, args, {env, detached: process.platform !== "win32", stdio: ["pipe", "pipe", "pipe"]});
    this.child.stdin.on("error", () => {});
    this.child.on("error", () => {});
    this.lines = createInterface({input: this.child.stdout})[Symbol.asyncIterator]();
  }

  async ask(line: string): Promise<Line> {
    this.child.stdin.write(`${line}\n`);
    const {value, done} = await this.lines.next();
    if (done) throw new Error(`a capacity probe ended by itself (${this.child.exitCode ?? this.child.signalCode})`);
    return JSON.parse(value) as Line;
  }
}

const burstSeconds = 0.03;
const baselineSeconds = 0.1;

/**
 * Starts one probe process a core. The rate of a single one, the best of several bursts, is what "one core" means; so a
 * neighbour that takes time from the machine shows, which CPU time counted by the guest would not.
 */
export async function startProbe(python: string, script: string, cores: number, mark: string): Promise<Probe> {
  const processes = Array.from({length: cores}, (_, cpu) => new ProbeProcess(python, script, cpu, mark));
  const [first] = processes as [ProbeProcess, ...ProbeProcess[]];
  const rate = ({steps = 0, seconds}: Line) => steps / seconds;
  let coreRate = 0;
  for (let burst = 0; burst < 8; burst += 1)
    coreRate = Math.max(coreRate, rate(await first.ask(`capacity ${burstSeconds}`)));
  const steps = Math.round(coreRate * baselineSeconds);
  return {
    async capacity() {
      const lines = await Promise.all(processes.map((one) => one.ask(`capacity ${burstSeconds}`)));
      return lines.reduce((sum, line) => sum + rate(line), 0) / coreRate;
    },
    async baseline() {
      return (await first.ask(`baseline ${steps}`)).seconds;
    },
    async stop() {
      for (const {child} of processes) await endTree(child.pid, mark);
    }
  };
}
