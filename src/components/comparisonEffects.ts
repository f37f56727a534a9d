import {addressState} from "./addressState.ts";
import {type ComparisonEffects} from "./comparisonExplorer.ts";

/** The effects of the browser's window for the comparison. */
export function comparisonEffects(window: Window): ComparisonEffects {
  return {
    document: window.document,
    address: addressState(window),
    copy: async (text) => window.navigator.clipboard.writeText(text)
  };
}
