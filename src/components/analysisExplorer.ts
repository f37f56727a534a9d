import type * as Arquero from "arquero";
import {type FilterChoice} from "../queries/filterChoices.ts";
import {type AddressState} from "./addressState.ts";
import {element} from "./element.ts";
import {familyPivot, type FamilyPivotOptions} from "./familyPivot.ts";
import {filterForm} from "./filterForm.ts";
import {
  filterFromSearch,
  filterNames,
  type FilterState,
  filterToSearch,
  noFilter,
  sampleFilter
} from "./filterState.ts";
import {findFigure} from "./findFigure.ts";
import {type LivePanel} from "./livePanel.ts";
import {type Ask} from "./openMeasurements.ts";
import {rowsTable} from "./rowsTable.ts";
import {scrollBox} from "./scrollBox.ts";
import {toolFamily} from "./toolFamily.ts";

export interface ExplorerEffects {
  readonly document: Document;
  readonly address: AddressState;
  /** Opens DuckDB; called with the first filter and not before. */
  readonly open: () => Promise<Ask>;
  readonly arquero: () => Promise<Pick<typeof Arquero, "from">>;
}

export interface ExplorerOptions {
  readonly panels: readonly LivePanel[];
  /** The views computed at build, by name: what is shown while no filter is set. */
  readonly summary: Readonly<Record<string, readonly object[]>>;
  readonly rollup: Omit<FamilyPivotOptions, "document"> & {
    readonly view: string;
    readonly keep?: (row: object) => boolean;
  };
}

/**
 * The filters of an analysis. Each chart of the page is drawn again, in its own place and width, from the filtered samples;
 * the database opens with the first filter. A query that fails says so, and the charts stay as they were.
 */
export function analysisExplorer({panels, summary, rollup}: ExplorerOptions, effects: ExplorerEffects): HTMLElement {
  const {document, address, open, arquero} = effects;
  const make = element(document);
  const filters = filterForm((summary["filterChoices"] ?? []) as readonly FilterChoice[], document);
  const status = make("p", {role: "status", class: "hint"});
  const rolled = make("div");
  const own = make("div", {class: "panels"});
  let ask: Promise<Ask> | undefined;
  let turn = 0;

  const isSet = (state: FilterState) => filterNames.some((name) => state[name] !== "");
  const narrow = (rows: readonly object[], {family}: FilterState) =>
    family === "" ? rows : rows.filter((row) => toolFamily(row as {tool: string; variant: string}) === family);

  const rowsOf = async (panel: Pick<LivePanel, "view" | "sql">, state: FilterState): Promise<readonly object[]> => {
    if (!isSet(state)) {
      const rows = summary[panel.view];
      if (!rows) throw new Error(`the page was built without the view ${panel.view}`);
      return rows;
    }
    ask ??= open();
    return narrow(await (await ask)(panel.sql(sampleFilter(state))), state);
  };

  const draw = (panel: LivePanel, rows: readonly object[]) => {
    const place = findFigure(document, panel.figure, panel.settings) ?? ownPlace(panel);
    const box = place.querySelector(".chart-box, svg, table, .empty") ?? place.appendChild(make("div"));
    const width = Math.max(280, Math.min(880, place.clientWidth || 640));
    const drawn =
      rows.length === 0
        ? make("p", {class: "empty hint"}, ["No measurement is left by these filters."])
        : panel.draw(rows, {width, document});
    box.replaceWith(drawn);
    const behind = place.querySelector("details.behind table");
    const matching = rows.filter((row) =>
      Object.entries(panel.settings).every(([key, value]) => (row as Record<string, unknown>)[key] === value)
    );
    behind?.replaceWith(rowsTable(matching, panel.title, document));
  };
  const ownPlace = (panel: LivePanel) => {
    const id = `panel-${panel.figure}-${Object.values(panel.settings).join("-")}`;
    const found = [...own.children].find((child) => child.id === id);
    if (found) return found;
    return own.appendChild(make("figure", {id}, [make("figcaption", {}, [make("strong", {}, [panel.title])])]));
  };

  const paint = async (state: FilterState) => {
    const mine = ++turn;
    const problems = filters.problems(state);
    if (problems.length > 0) {
      status.className = "error";
      status.textContent = `${problems.join(". ")}.`;
      return;
    }
    status.className = "hint";
    status.textContent =
      isSet(state) && !ask ? "Opening the measurements: the database engine is loading …" : "Asking …";
    try {
      const views = new Map<string, readonly object[]>();
      for (const panel of panels) {
        if (!views.has(panel.view)) views.set(panel.view, await rowsOf(panel, state));
        if (mine !== turn) return;
        status.textContent = `Drawing: ${panel.title} …`;
        draw(panel, views.get(panel.view) ?? []);
      }
      if (isSet(state)) {
        const rows = (views.get(rollup.view) ?? []).filter(rollup.keep ?? (() => true));
        const table = familyPivot(await arquero(), rows, {...rollup, document});
        rolled.replaceChildren(scrollBox(table, rollup.caption));
      } else rolled.replaceChildren();
      status.textContent = isSet(state) ? "The charts show the filtered measurements." : "";
    } catch (error) {
      status.className = "error";
      status.textContent = `The measurements could not be asked: ${error instanceof Error ? error.message : String(error)}. The charts are as they were.`;
      ask = undefined;
    }
  };

  const changed = () => {
    const state = filters.read();
    address.push(filterToSearch(state, address.read()));
    void paint(state);
  };
  filters.form.addEventListener("change", changed);
  filters.form.addEventListener("reset", (event) => {
    event.preventDefault();
    filters.write(noFilter);
    changed();
  });
  filters.form.addEventListener("submit", (event) => event.preventDefault());
  const fromAddress = () => {
    const state = filterFromSearch(address.read());
    filters.write(state);
    return paint(state);
  };
  address.onBack(() => void fromAddress());
  void fromAddress();
  const folded = make("details", {class: "filter-box", open: isSet(filters.read())}, [
    make("summary", {}, ["Filter by family, tool, start method, Python build, work, machine, platform, run and date"]),
    filters.form
  ]);
  return make("div", {class: "explorer"}, [folded, status, rolled, own]);
}
