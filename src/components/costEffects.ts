import {browserEffects} from "./browserEffects.ts";
import {type CostEffects} from "./costPlanner.ts";
import {type Engines, explorerEffects} from "./explorerEffects.ts";

/** The effects of the browser's window for the cost page; the database loads with the first filter. */
export function costEffects(engines: Omit<Engines, "arquero">): CostEffects {
  const arquero = () => Promise.reject(new Error("the cost page rolls nothing up"));
  const {open} = explorerEffects({...engines, arquero});
  return {...browserEffects(globalThis.window), open, today: () => new Date().toISOString().slice(0, 10)};
}
