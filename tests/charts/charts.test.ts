import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {baselineDrift} from "../../src/components/baselineDrift.ts";
import {dispatchCost} from "../../src/components/dispatchCost.ts";
import {engineTimes} from "../../src/components/engineTimes.ts";
import {granularityCurve} from "../../src/components/granularityCurve.ts";
import {heldoutError} from "../../src/components/heldoutError.ts";
import {memoryPerWorker} from "../../src/components/memoryPerWorker.ts";
import {metgTable} from "../../src/components/metgTable.ts";
import {payloadCost} from "../../src/components/payloadCost.ts";
import {speedup} from "../../src/components/speedup.ts";
import {startupPhases} from "../../src/components/startupPhases.ts";
import {waitingThroughput} from "../../src/components/waitingThroughput.ts";
import {workflowOverhead} from "../../src/components/workflowOverhead.ts";
import {describeCharts} from "./describeCharts.ts";
import {viewRows} from "./viewRows.ts";

const {document} = new JSDOM("").window;
const rows = viewRows();

const charts: Record<string, (width: number) => Element> = {
  startupPhases: (width) => startupPhases(rows.startup, {width, document}),
  dispatchCost: (width) => dispatchCost(rows.dispatch, {width, document}),
  granularityCurve: (width) => granularityCurve(rows.granularity, {width, document}),
  payloadCost: (width) => payloadCost(rows.payload, {width, document}),
  waitingThroughput: (width) => waitingThroughput(rows.waiting, {width, document}),
  speedup: (width) => speedup(rows.scaling, {width, document}),
  efficiency: (width) => speedup(rows.scaling, {width, document, measure: "efficiency"}),
  memoryPerWorker: (width) => memoryPerWorker(rows.memory, {width, document}),
  heldoutError: (width) => heldoutError(rows.heldout, {width, document}),
  engineTimes: (width) => engineTimes(rows.engines, {width, document}),
  workflowOverhead: (width) => workflowOverhead(rows.workflows, {width, document}),
  baselineDrift: (width) => baselineDrift(rows.baseline, {width, document})
};

beforeEach(() => vi.spyOn(console, "warn"));
afterEach(() => {
  expect(console.warn).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describeCharts(charts);

describe("metgTable", () => {
  it("names the rows, sorts by granularity and says what is not reached", () => {
    const table = metgTable(rows.metg, {threshold: 0.5, document});
    expect([...table.querySelectorAll("th[scope=row]")].map((cell) => cell.textContent)[0]).toBe("the plain loop");
    expect(metgTable(rows.metg, {threshold: 0.95, document}).textContent).toContain("not reached");
  });
});

it("dashes what is extrapolated and only that", () => {
  expect(speedup(rows.scaling, {document}).querySelectorAll("[stroke-dasharray]").length).toBeGreaterThan(0);
  expect(granularityCurve(rows.granularity, {document}).querySelectorAll("[stroke-dasharray]")).toHaveLength(0);
});
