import {
  type AdviceSettings,
  adviceLimits,
  adviceToSearch,
  defaultAdvice,
  parseAdvice
} from "../model/adviceSettings.ts";
import {adviseBatch, type BatchAdvice} from "../model/adviseBatch.ts";
import type {BreakEven} from "../model/answer.ts";
import type {Fit} from "../model/fit.ts";
import {itemsFrom} from "../model/itemsFrom.ts";
import {
  type Change,
  type ImprovableWork,
  improvedWork,
  rankImprovements,
  type RankedImprovement
} from "../model/rankImprovements.ts";
import {toolName} from "../model/toolName.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {browserEffects, type PlannerEffects} from "./browserEffects.ts";
import {chartTable} from "./chartTable.ts";
import {chooser} from "./chooser.ts";
import {element} from "./element.ts";
import {logSlider} from "./logSlider.ts";
import {scrollBox} from "./scrollBox.ts";

/** What the page knows: `advice.json`. */
export interface AdviceFacts {
  readonly fits: readonly Fit[];
  readonly works: readonly ImprovableWork[];
  readonly changes: readonly Change[];
}

const seconds = (value: number) => formatUnit(value, "s");
const band = (value: number, low: number, high: number) => `${seconds(value)} (${seconds(low)} to ${seconds(high)})`;

/**
 * The recommendations for the reader's own batches: files in a batch, cores, platform and weights; which workloads pay in a
 * pool, and in which order the changes are worth making.
 */
export function adviceExplorer(
  {fits, works, changes}: AdviceFacts,
  effects: PlannerEffects = browserEffects(globalThis.window)
): HTMLElement {
  const {document, address} = effects;
  const make = element(document);
  const files = logSlider(
    {
      name: "files",
      label: "Files in a batch",
      unit: "1",
      slider: [1, 10_000],
      ...adviceLimits.files,
      lowest: {empty: "as documents name"}
    },
    document
  );
  const cores = logSlider({name: "cores", label: "Cores", unit: "1", slider: [1, 64], ...adviceLimits.cores}, document);
  const weight = (name: "benefit" | "reach" | "effort", label: string) =>
    logSlider({name, label, unit: "1", slider: [0, 2], scale: "linear", ...adviceLimits[name]}, document);
  const weights = {
    benefit: weight("benefit", "Weight of the time saved"),
    reach: weight("reach", "Weight of reach"),
    effort: weight("effort", "Weight of effort")
  };
  const platform = chooser(
    "platform",
    "Platform",
    [
      {value: "windows", text: "Windows: workers are spawned"},
      {value: "linux", text: "Linux"},
      {value: "macos", text: "macOS: workers are spawned"}
    ],
    document
  );
  const form = make("form", {class: "controls", "aria-label": "Your batches"}, [
    files.node,
    cores.node,
    platform.node,
    ...Object.values(weights).map(({node}) => node)
  ]);
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const places = {works: make("div"), changes: make("div")};
  const node = make("div", {class: "planner"}, [
    form,
    make("div", {class: "planner-result"}, [problems, sentence]),
    make("div", {class: "planner-wide"}, [places.works, places.changes])
  ]);

  const paint = ({files: asked, machine, weights: factors}: AdviceSettings) => {
    const batches = works.map((work) => (asked === null ? work : {...work, items: asked}));
    const advised = batches.map((work) => {
      const better = improvedWork(work);
      return {work, advice: adviseBatch(better, machine, fits), from: itemsFrom(better, machine, fits)};
    });
    const ranked = rankImprovements(changes, batches, machine, fits, factors);
    const paying = advised.filter(({advice: {pays}}) => pays === "yes");
    const firstScored = ranked.find(({verdict}) => verdict === "do");
    sentence.textContent = [
      firstScored
        ? `First, after what is unsafe: ${firstScored.name.toLowerCase()}.`
        : "Nothing saves time at this size.",
      paying.length === 0
        ? "After better serial code no workload pays in a pool."
        : `After better serial code ${paying.length} of ${advised.length} workloads pay in a pool.`
    ].join(" ");
    places.works.replaceChildren(scrollBox(worksTable(advised, document), "Workloads"));
    places.changes.replaceChildren(scrollBox(changesTable(ranked, document), "Changes in order"));
  };
  const write = ({files: asked, machine, weights: factors}: AdviceSettings) => {
    files.write(asked);
    cores.write(machine.cores);
    platform.write(machine.platform);
    for (const name of ["benefit", "reach", "effort"] as const) weights[name].write(factors[name]);
  };
  const show = (found: readonly string[]) =>
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
  const read = () =>
    parseAdvice({
      files: files.read(),
      cores: cores.read() || String(defaultAdvice.machine.cores),
      platform: platform.read(),
      ...Object.fromEntries(Object.entries(weights).map(([name, slider]) => [name, slider.read()]))
    });
  const fromAddress = () => {
    const found = parseAdvice(Object.fromEntries(new URLSearchParams(address.read())));
    write(found.settings);
    show(found.problems);
    paint(found.settings);
  };
  let moving = false;
  form.addEventListener("input", () => {
    const found = read();
    show(found.problems);
    (moving ? address.replace : address.push)(adviceToSearch(found.settings));
    moving = true;
    paint(found.settings);
  });
  form.addEventListener("change", () => (moving = false));
  form.addEventListener("submit", (event) => event.preventDefault());
  address.onBack(fromAddress);
  fromAddress();
  return node;
}

interface Advised {
  readonly work: ImprovableWork;
  readonly advice: BatchAdvice;
  readonly from: BreakEven;
}

function worksTable(rows: readonly Advised[], document: Document): HTMLTableElement {
  return chartTable(
    rows,
    [
      {name: "workload", text: ({work}) => `${work.id} ${work.name}`},
      {name: "items", number: true, text: ({work}) => formatUnit(work.items, "1")},
      {name: "today", number: true, text: ({work}) => seconds(work.items * work.seconds)},
      {
        name: "better serial code",
        number: true,
        text: ({work, advice}) => (work.gain ? seconds(advice.loopSeconds) : "not timed")
      },
      {
        name: "in a pool after it, cold",
        text: ({advice: {pool}}) =>
          pool ? `${toolName(pool)}, ${pool.workers} workers: ${band(pool.seconds, pool.low, pool.high)}` : "none fits"
      },
      {
        name: "pays",
        text: ({advice: {pays}, from}) =>
          `${pays === "tie" ? "within the uncertainty" : pays}; ${
            from.state === "never" ? "never" : `from ${formatUnit(from.value ?? 1, "1")} items on`
          }`
      }
    ],
    {caption: "Each workload as it is, written better, and in the best pool that Python brings", document}
  );
}

function changesTable(rows: readonly RankedImprovement[], document: Document): HTMLTableElement {
  return chartTable(
    rows,
    [
      {name: "change", text: ({id, name}) => `${id} ${name}`},
      {
        name: "saves a batch",
        number: true,
        text: ({saved_seconds: saved, saved_seconds_low: low, saved_seconds_high: high}) =>
          saved === null ? "–" : band(saved, low ?? saved, high ?? saved)
      },
      {name: "reach", number: true, text: ({reach}) => String(reach)},
      {name: "weeks", number: true, text: ({weeks_low, weeks_high}) => `${weeks_low}–${weeks_high}`},
      {name: "score", number: true, text: ({score}) => (score === null ? "–" : formatUnit(score, "1"))},
      {name: "verdict", text: ({verdict}) => verdict}
    ],
    {caption: "Changes by benefit × reach ÷ effort; what is unsafe or carries the rest stands first", document}
  );
}
