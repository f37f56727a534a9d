import {addressState, type AddressState} from "./addressState.ts";
import {type KeptText, keptText} from "./keptText.ts";

/** What the planner needs of the world around it. */
export interface PlannerEffects {
  readonly document: Document;
  readonly address: AddressState;
  /** Calls back once the frame is painted; a later call replaces one that still waits. */
  readonly later: (work: () => void) => void;
  /** CSS pixels for a chart. */
  readonly width: () => number;
  /** Where the reader's machine is kept; left out, it lives as long as the page. */
  readonly kept?: KeptText;
}

/** The effects of a browser's window; charts are as wide as the place they stand in. */
export function browserEffects(window: Window): PlannerEffects {
  let waiting = 0;
  return {
    document: window.document,
    address: addressState(window),
    kept: keptText(window, "when-parallel-pays-machine"),
    later: (work) => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(work, 30);
    },
    width: () => {
      const place = window.document.querySelector(".planner .chart-box");
      return Math.max(280, Math.min(880, place?.clientWidth || 640));
    }
  };
}
