import {addressState} from "./addressState.ts";
import {type SourcesEffects} from "./sourcesFilter.ts";

/** The effects of the browser's window for the page on sources. */
export function sourcesEffects(): SourcesEffects {
  const {document} = globalThis.window;
  return {document, address: addressState(globalThis.window), today: () => new Date().toISOString().slice(0, 10)};
}
