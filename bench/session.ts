import {appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Environment, environmentSchema} from "../src/schema/environment.ts";
import {formatHeader, formatRows} from "../src/schema/formatTable.ts";
import {parts} from "../src/schema/matrix.ts";
import {type Measure, measureTable} from "../src/schema/measure.ts";
import {parseTable} from "../src/schema/parseTable.ts";
import {type Sample, sampleTable} from "../src/schema/sample.ts";
import * as v from "valibot";

/** What a session learned before its first sample, kept so that a resumed one measures the same work. */
export const calibrationSchema = v.object({
  seed: v.number(),
  rounds: v.number(),
  profile: v.picklist(["smoke", "quick", "standard", "full", "calibrate"]),
  part: v.optional(v.nullable(v.picklist(parts)), null),
  tools: v.array(v.string()),
  experiments: v.array(v.string()),
  workers: v.array(v.number()),
  python: v.nullable(v.string()),
  cores: v.optional(v.nullable(v.number()), null),
  /** Loop steps that one second of serial work takes, by workload. */
  iterations_a_second: v.record(v.string(), v.number()),
  /** Seconds an empty task costs, by tool:variant:start_method. */
  dispatch_seconds: v.record(v.string(), v.number())
});
export type Calibration = v.InferOutput<typeof calibrationSchema>;

/** The folder of a run: samples and measures only grow, a row is on disk before the next sample begins. */
export class Session {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  /** Begins a new run; refuses a folder that holds one. */
  static create(folder: string, environment: Environment, calibration: Calibration): Session {
    if (existsSync(join(folder, "samples.csv"))) throw new Error(`${folder} holds a run already`);
    mkdirSync(folder, {recursive: true});
    const session = new Session(folder);
    writeFileSync(session.path("samples.csv"), formatHeader(sampleTable));
    writeFileSync(session.path("measures.csv"), formatHeader(measureTable));
    writeFileSync(session.path("calibration.json"), JSON.stringify(calibration, null, 2) + "\n");
    session.writeEnvironment(environment);
    return session;
  }

  /** Opens a run to go on with; a last line that a kill cut short is taken off. */
  static open(folder: string): Session {
    for (const name of ["samples.csv", "environment.json", "calibration.json"])
      if (!existsSync(join(folder, name))) throw new Error(`${folder} holds no run to resume: ${name} is missing`);
    const session = new Session(folder);
    for (const name of ["samples.csv", "measures.csv"]) {
      const text = readFileSync(session.path(name), "utf8");
      if (!text.endsWith("\n"))
        truncateSync(session.path(name), Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
    }
    return session;
  }

  environment(): Environment {
    return v.parse(environmentSchema, JSON.parse(readFileSync(this.path("environment.json"), "utf8")));
  }

  writeEnvironment(environment: Environment): void {
    writeFileSync(this.path("environment.json"), JSON.stringify(environment, null, 2) + "\n");
  }

  calibration(): Calibration {
    return v.parse(calibrationSchema, JSON.parse(readFileSync(this.path("calibration.json"), "utf8")));
  }

  samples(): readonly Sample[] {
    const {rows, flaws} = parseTable<Sample>(readFileSync(this.path("samples.csv"), "utf8"), sampleTable);
    const [flaw] = flaws;
    if (flaw) throw new Error(`${this.path("samples.csv")}:${flaw.line}: ${flaw.message}`);
    return rows;
  }

  append(sample: Sample, measures: readonly Measure[]): void {
    // Measures first: a kill between the two then leaves a measure without a sample, which the resumed run writes again.
    if (measures.length > 0) appendFileSync(this.path("measures.csv"), formatRows(measureTable, measures));
    appendFileSync(this.path("samples.csv"), formatRows(sampleTable, [sample]));
  }
}
