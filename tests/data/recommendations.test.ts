import {beforeAll, describe, expect, it} from "vitest";
import {chapterContext} from "../../loaders/chapterContext.ts";
import {findRow, findRows} from "../../loaders/findRow.ts";
import {renderChapter} from "../../loaders/renderPage.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";

let context: RenderContext;
beforeAll(async () => {
  context = await chapterContext("document");
}, 120_000);

const number = (view: string, settings: Record<string, string>, column: string) =>
  Number(findRow(context.tables, view, settings)[column]);
const advice = (workload: string, column: string) => number("advice", {workload, cores: "8"}, column);
const change = (id: string) => findRow(context.tables, "rankedImprovements", {id});

describe("what the chapter on recommendations says in words", () => {
  it("renders as page and as document, with the headings of the specification", () => {
    const {text} = renderChapter("implementation-recommendations", context);
    for (const heading of [
      ...["## Integration strategy", "### Present architecture", "### Compatibility of the modules"],
      ...["### Integration points in the code", "## Prioritised roadmap", "### Phase 1: Foundation"],
      ...["### Phase 2: Scaling", "### Phase 3: Advanced features", "## Technical guidelines", "### API design"],
      ...["### Errors and reliability", "### Testing", "## Dependency management", "## User experience"],
      ...["## Migration", "## Risks", "## Success metrics", "## Long-term vision"]
    ])
      expect(text).toContain(`\n${heading}\n`);
    expect(() => renderChapter("implementation-recommendations", {...context, form: "page"})).not.toThrow();
  });

  it("better serial code comes before the pool wherever either saves a second", () => {
    const steps = findRows(context.tables, "adviceSteps", {});
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.map(({first}) => first)).not.toContain("the pool");
    expect(steps.map(({first}) => first)).toContain("better serial code");
  });

  it("one load and one save beat eight spawned workers on the code as it is", () => {
    const {serial_seconds: serial, pool_seconds: pool} = findRow(context.tables, "adviceSteps", {workload: "W01"});
    expect(Number(serial)).toBeLessThan(Number(pool));
    expect(findRow(context.tables, "advice", {workload: "W01", cores: "8"}).seconds_from).toBe("measured here");
  });

  it("after better code figures still pay in processes; reports, listings and decks never do", () => {
    expect(findRow(context.tables, "advice", {workload: "W06", cores: "8"}).pays).toBe("yes");
    expect(change("I15").verdict).toBe("do");
    for (const workload of ["W07", "W12", "W13"])
      expect(findRow(context.tables, "advice", {workload, cores: "8"}).pool).toBe("none");
  });

  it("eighty workbooks pay in a pool but save less than a second; two whole jobs save nothing", () => {
    expect(advice("W01", "from_items")).toBeLessThan(advice("W01", "items"));
    expect(change("I14").verdict).toBe("later");
    expect(Number(change("I23").saved_seconds)).toBe(0);
  });

  it("thirty workers are slower than what fits, as computed and as measured", () => {
    expect(Number(change("I11").before_seconds)).toBeGreaterThan(5 * Number(change("I11").after_seconds));
    const many = findRows(context.tables, "business", {workload: "archive_today", workers: "30"});
    const loop = findRow(context.tables, "business", {workload: "archive_today", tool: "serial"});
    expect(many).toHaveLength(1);
    expect(Number(many[0]!.job_seconds)).toBeGreaterThan(5 * Number(loop.job_seconds));
  });

  it("no run with several writers of one workbook gave what the plain loop gives, nor pyplot in threads", () => {
    const wrong = findRows(context.tables, "outcomes", {experiment: "business"});
    expect(new Set(wrong.map(({outcome}) => outcome))).toEqual(new Set(["wrong_answer"]));
    const good = findRows(context.tables, "business", {});
    const parallel = good.filter(({workload, tool}) => workload === "book_shared" && tool !== "serial");
    expect(parallel).toEqual([]);
    const threads = {workload: "plot_today", tool: "concurrent-futures-thread"};
    expect(findRows(context.tables, "business", threads)).toEqual([]);
  });

  it("every change fills a slot of the product roadmap, and depends on changes that there are", () => {
    const slots = new Set(findRows(context.tables, "roadmap_slots", {}).map(({slot}) => slot));
    const changes = findRows(context.tables, "improvements", {});
    const ids = new Set(changes.map(({id}) => id));
    const workloads = new Set(findRows(context.tables, "workloads", {}).map(({id}) => id));
    for (const {id, slot, depends_on, workload} of changes) {
      expect(slots, String(id)).toContain(slot);
      for (const other of String(depends_on ?? "").split(";").filter(Boolean)) expect(ids, String(id)).toContain(other);
      if (workload !== null) expect(workloads, String(id)).toContain(workload);
    }
  });

  it("the roadmap begins nothing before what it depends on has ended", () => {
    const rows = findRows(context.tables, "roadmap", {});
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows)
      for (const other of String(change(String(row.id)).depends_on ?? "").split(";")) {
        const before = byId.get(other);
        if (before) expect(Number(before.end_weeks_high)).toBeLessThanOrEqual(Number(row.start_weeks_high));
      }
  });
});
