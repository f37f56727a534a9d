import {kinds, pythonBuilds, startMethods} from "../schema/sample.ts";
import type {Calibration} from "./calibration.ts";

/** A calibration read from a file, or one sentence that says what is wrong with it and what is allowed. */
export type ReadCalibration =
  {readonly calibration: Calibration; readonly problem: null} | {readonly calibration: null; readonly problem: string};

/** A calibration is some ten kilobytes; more is another file. */
export const mostCalibrationBytes = 1_000_000;

type Check = (value: unknown) => string | null;
type Fields = Readonly<Record<string, Check>>;

const text: Check = (value) => (typeof value === "string" && value !== "" ? null : "a text");
const positive: Check = (value) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? null : "a number above 0";
const zeroOrMore: Check = (value) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? null : "a number from 0 on";
const whole: Check = (value) => (Number.isInteger(value) && (value as number) >= 1 ? null : "a whole number from 1 on");
const among =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? null : `one of ${values.join(", ")}`;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

const series: Fields = {tool: text, variant: text, start_method: among(startMethods), workers: whole};
const cell: Fields = {
  ...series,
  kind: among(kinds),
  task_count: whole,
  task_seconds: zeroOrMore,
  run_seconds: positive,
  samples: whole
};
const start: Fields = {...series, seconds: positive};
const head: Fields = {
  machine: text,
  cpu_model: text,
  cores: whole,
  python_version: text,
  python_build: among(pythonBuilds),
  measured_utc: text,
  loop_step_seconds: orNull(positive),
  capacity_cores: orNull(positive)
};

const shown = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value)?.slice(0, 60));

function wrongField(of: Readonly<Record<string, unknown>>, fields: Fields, place: string): string | null {
  for (const [name, check] of Object.entries(fields)) {
    const allowed = check(of[name]);
    if (allowed !== null) return `${place}${name} must be ${allowed}, got ${shown(of[name])}`;
  }
  return null;
}

function wrongRows(value: unknown, name: string, fields: Fields): string | null {
  if (!Array.isArray(value)) return `${name} must be a list, got ${shown(value)}`;
  for (const [i, row] of value.entries()) {
    if (typeof row !== "object" || row === null) return `${name}[${i}] must be an object, got ${shown(row)}`;
    const wrong = wrongField(row as Readonly<Record<string, unknown>>, fields, `${name}[${i}].`);
    if (wrong !== null) return wrong;
  }
  return null;
}

const how = "The file is machine.json, which npm run bench -- --profile calibrate writes into the folder of its run";

/** Reads the text of a `machine.json`. Never throws: a wrong file gets a sentence that says what it is and what is wanted. */
export function calibrationFromText(content: string): ReadCalibration {
  const refuse = (problem: string): ReadCalibration => ({calibration: null, problem: `${problem}. ${how}.`});
  if (content.length > mostCalibrationBytes) return refuse(`The file holds ${content.length} characters, far too many`);
  if (/^\uFEFF?run_id,/.test(content))
    return refuse("This is samples.csv, every sample of a run; its neighbour is wanted");
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return refuse("This is not JSON");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return refuse("This JSON is no object");
  const object = read as Readonly<Record<string, unknown>>;
  if ("iterations_a_second" in object)
    return refuse("This is calibration.json, the settings of a run; its neighbour is wanted");
  if (object.kind !== "when-parallel-pays machine")
    return refuse(`This JSON is of another kind: ${shown(object.kind)}`);
  if (object.version !== 1) return refuse(`Its version must be 1, got ${shown(object.version)}`);
  const wrong =
    wrongField(object, head, "") ?? wrongRows(object.cells, "cells", cell) ?? wrongRows(object.starts, "starts", start);
  if (wrong !== null) return refuse(wrong);
  const calibration = read as Calibration;
  if (!calibration.cells.some(({tool}) => tool !== "serial"))
    return refuse("It holds no time of any tool: the run was stopped before its first sample");
  return {calibration, problem: null};
}
