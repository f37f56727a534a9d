import {isStaleSource} from "../schema/isStaleSource.ts";
import {type AddressState} from "./addressState.ts";
import {chooser} from "./chooser.ts";
import {element} from "./element.ts";
import {setInSearch} from "./setInSearch.ts";

/** What the filter needs of the world around it. */
export interface SourcesEffects {
  readonly document: Document;
  readonly address: AddressState;
  /** The reader's day, ISO 8601. */
  readonly today: () => string;
}

/** A row of the table that the page was built with: its element and what is asked of it. */
interface Source {
  readonly row: HTMLElement;
  readonly text: string;
  /** `chapters: overhead`, `tools: ray`, `data: pitfalls`, or `nothing`. */
  readonly uses: ReadonlySet<string>;
  readonly stale: boolean;
}

const kinds = ["chapters", "tools", "data"] as const;

/** `chapters: cost, overhead; data: pitfalls (2)` taken apart, the kinds alone among the parts. */
function usesOf(cell: string): ReadonlySet<string> {
  const parts = cell.split("; ").flatMap((part) => {
    const [kind = "", names] = part.split(": ");
    return names === undefined
      ? [kind]
      : [kind, ...names.split(", ").map((name) => `${kind}: ${name.replace(/ \(\d+\)$/, "")}`)];
  });
  return new Set(parts);
}

/** Reads the rows of the page's table and marks those that are to be read again. */
function readRows(table: Element, today: string, document: Document): readonly Source[] {
  const make = element(document);
  return [...table.querySelectorAll<HTMLElement>("tbody tr")].map((row) => {
    const [, kind, asOf, , uses] = [...row.children];
    const stale = isStaleSource({as_of: asOf?.textContent ?? "", kind: kind?.textContent ?? ""}, today);
    const source = {row, text: (row.textContent ?? "").toLowerCase(), uses: usesOf(uses?.textContent ?? ""), stale};
    if (stale) asOf?.append(make("strong", {class: "stale"}, [" old"]));
    return source;
  });
}

/**
 * The box above the list of sources: by text, by what uses them, those that are old only. The list is in the page and stays
 * there for readers without script; rows are hidden, none is fetched. Its state is in the address.
 */
export function sourcesFilter({document, address, today}: SourcesEffects): HTMLElement {
  const make = element(document);
  const table = document.querySelector('table[data-table="source_pages"]');
  if (!table) return make("p", {class: "error"}, ["The list of sources is missing from this page."]);
  const sources = readRows(table, today(), document);
  const old = sources.filter(({stale}) => stale).length;
  const count = (use: string) => sources.filter(({uses}) => uses.has(use)).length;
  const single = [...new Set(sources.flatMap(({uses}) => [...uses]))].filter((use) => use.includes(": ")).toSorted();
  const offered = ["", ...kinds, ...single, "nothing"];
  const words = (use: string) =>
    use === "" ? "all" : use === "nothing" ? "nothing yet" : use.includes(": ") ? use : `any of the ${use}`;
  const use = chooser(
    "use",
    "Used by",
    offered.map((value) => ({value, text: value === "" ? "all" : `${words(value)} (${count(value)})`})),
    document
  );
  const text = make("input", {type: "search", id: "control-text", name: "text", autocomplete: "off"});
  const stale = make("input", {type: "checkbox", id: "control-stale", name: "stale"});
  const problems = make("div", {class: "problems", role: "alert"});
  const status = make("p", {role: "status", class: "hint"});
  const form = make("form", {class: "controls", "aria-label": "Filter the list of sources"}, [
    make("div", {class: "filters"}, [
      make("div", {class: "control"}, [make("label", {for: text.id}, ["Holds the words"]), text]),
      use.node,
      make("div", {class: "control"}, [make("button", {type: "reset"}, ["Clear"])])
    ]),
    make("div", {class: "choice"}, [stale, make("label", {for: stale.id}, [`Only those to be read again (${old})`])])
  ]);

  const paint = () => {
    const asked = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = use.read();
    let shown = 0;
    for (const {row, text: own, uses, stale: isOld} of sources) {
      const fits =
        asked.every((word) => own.includes(word)) && (wanted === "" || uses.has(wanted)) && (isOld || !stale.checked);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    status.textContent =
      shown === 0
        ? "No source fits. Clear the filter to see all."
        : `${shown} of ${sources.length} sources; ${old} were read more than half a year ago or are dated after today.`;
  };
  const search = () =>
    setInSearch(address.read(), {
      text: text.value || null,
      use: use.read() || null,
      stale: stale.checked ? "1" : null
    });
  const fromAddress = () => {
    const given = new URLSearchParams(address.read());
    const asked = given.get("use") ?? "";
    text.value = given.get("text") ?? "";
    use.write(asked);
    stale.checked = given.get("stale") === "1";
    const wrong = offered.includes(asked)
      ? []
      : [`use must be one of ${offered.filter(Boolean).join(", ")}, got ${asked}`];
    problems.replaceChildren(...wrong.map((sentence) => make("p", {class: "error"}, [`${sentence}.`])));
    paint();
  };
  // The first letter makes a new entry, the rest of the words change it: Back leads to what was there before.
  let typing = false;
  text.addEventListener("input", () => {
    (typing ? address.replace : address.push)(search());
    typing = true;
    paint();
  });
  text.addEventListener("change", () => (typing = false));
  for (const control of [use.node, stale])
    control.addEventListener("change", () => {
      address.push(search());
      paint();
    });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    [text.value, stale.checked] = ["", false];
    use.write("");
    problems.replaceChildren();
    address.push(search());
    paint();
  });
  address.onBack(fromAddress);
  fromAddress();
  return make("div", {}, [form, problems, status]);
}
