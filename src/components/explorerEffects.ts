import {addressState} from "./addressState.ts";
import {type ExplorerEffects} from "./analysisExplorer.ts";
import {type DatabaseClient, openMeasurements} from "./openMeasurements.ts";

export interface Engines {
  /** Framework's DuckDB client, with the measurements attached as `base`. */
  readonly database: () => Promise<DatabaseClient>;
  readonly arquero: ExplorerEffects["arquero"];
}

/** The effects of the browser's window; both engines load when a filter first asks for them. */
export function explorerEffects({database, arquero}: Engines): ExplorerEffects {
  const {document} = globalThis.window;
  return {
    document,
    address: addressState(globalThis.window),
    open: async () => openMeasurements(await database()),
    arquero
  };
}
