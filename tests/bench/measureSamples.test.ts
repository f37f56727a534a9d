import {describe, expect, it} from "vitest";
import type {Sample} from "../../src/schema/sample.ts";
import {measureSamples} from "../../bench/measureSamples.ts";
import {orderSamples} from "../../bench/orderSamples.ts";
import type {ProtocolResult} from "../../bench/runProtocol.ts";
import {fakeCell} from "./fakeCell.ts";
import {someCalibration} from "./someCalibration.ts";

const ok = (checksum: string): ProtocolResult => ({
  row: {run_seconds: 1, checksum, cpu_seconds: 0.5, python_build: "gil", idle_bytes_a_worker: 7},
  outcome: "ok",
  detail: null,
  wallSeconds: 1
});

async function measure(
  results: readonly ProtocolResult[],
  changes: {stopAfter?: number; dispatchSeconds?: number} = {}
) {
  const rows: Sample[] = [];
  const measures: string[] = [];
  const runs: number[] = [];
  let next = 0;
  const planned = orderSamples([fakeCell("works", {taskCount: 1000})], results.length, 1);
  const taken = await measureSamples(planned, 0, {
    runId: "run",
    runner: {
      run: async (cell) => {
        expect(rows.length, "a row is kept before the next sample begins").toBe(next);
        runs.push(cell.taskCount);
        return results[next++]!;
      },
      serialReference: async () => ({
        taskSeconds: 0.001,
        checksum: "right",
        payloadInBytes: null,
        payloadOutBytes: 50
      })
    },
    probe: {capacity: async () => 1.9, baseline: async () => 0.1, stop: async () => {}},
    calibration: {
      ...someCalibration,
      rounds: results.length,
      dispatch_seconds: changes.dispatchSeconds ? {"fake:works:none": changes.dispatchSeconds} : {}
    },
    watcher: {begin() {}, done() {}},
    stopped: () => changes.stopAfter !== undefined && rows.length >= changes.stopAfter,
    append: (sample, some) => {
      rows.push(sample);
      measures.push(...some.map(({name}) => name));
    }
  });
  return {rows, measures, runs, taken};
}

describe("measureSamples", () => {
  it("records the sizes that the work itself measured, and the plan's where it did not", async () => {
    const {rows} = await measure([ok("right")]);
    expect(rows[0]).toMatchObject({payload_in_bytes: 0, payload_out_bytes: 50});
  });

  it("keeps the quantities of the closed list, and no others", async () => {
    const result = ok("right");
    const {measures} = await measure([{...result, row: {...result.row, measures: {lost: 2, guessed: 1}}}]);
    expect(measures).toEqual(["lost", "idle_bytes_a_worker"]);
  });

  it("keeps a wrong answer as an outcome that names both checksums", async () => {
    const {rows} = await measure([ok("right"), ok("wrong")]);
    expect(rows.map(({outcome}) => outcome)).toEqual(["ok", "wrong_answer"]);
    expect(rows[1]!.detail).toBe("checksum wrong where the serial loop gives right");
  });

  it("keeps failures as rows, once, without times", async () => {
    const failed: ProtocolResult = {row: {}, outcome: "timeout", detail: "no answer", wallSeconds: 9};
    const {rows, runs} = await measure([failed, ok("right")]);
    expect(runs).toHaveLength(2);
    expect(rows[0]).toMatchObject({outcome: "timeout", detail: "no answer", run_seconds: null, checksum: null});
  });

  it("records what surrounds a sample", async () => {
    const {rows, measures} = await measure([ok("right")]);
    const around = {capacity_before: 1.9, capacity_after: 1.9, baseline_seconds: 0.1, task_seconds_serial: 0.001};
    expect(rows[0]).toMatchObject(around);
    expect(measures).toEqual(["idle_bytes_a_worker"]);
  });

  it("stops between samples and says how many were taken", async () => {
    const {rows, taken} = await measure([ok("right"), ok("right"), ok("right")], {stopAfter: 2});
    expect([rows.length, taken]).toEqual([2, 2]);
  });

  it("lowers the task count so that dispatch alone stays within five seconds", async () => {
    const {runs, rows} = await measure([ok("right")], {dispatchSeconds: 0.05});
    expect(runs).toEqual([100]);
    expect(rows[0]!.task_count).toBe(100);
  });
});
