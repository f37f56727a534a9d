import {addressState} from "./addressState.ts";
import {type ExplorerEffects} from "./analysisExplorer.ts";
import {type DatabaseClient, openMeasurements} from "./openMeasurements.ts";

/** What the client takes for a file. */
export interface AttachedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly url: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export interface Engines {
  /** Makes Framework's DuckDB client with the file attached as `base`. */
  readonly database: (file: AttachedFile) => Promise<DatabaseClient>;
  readonly file: {readonly arrayBuffer: () => Promise<ArrayBuffer>};
  readonly arquero: ExplorerEffects["arquero"];
}

/** The effects of the browser's window; both engines load when a filter first asks for them. */
export function explorerEffects({database, file, arquero}: Engines): ExplorerEffects {
  const {document} = globalThis.window;
  return {
    document,
    address: addressState(globalThis.window),
    open: async () => openMeasurements(await database(inMemory(file))),
    arquero
  };
}

/**
 * The file as one read: asked for by address, DuckDB reads it in ranges, which not every file server gives. A client takes
 * a file whose address is a blob into memory.
 */
function inMemory(file: Engines["file"]): AttachedFile {
  return {
    name: "benchmarks.duckdb",
    mimeType: "application/octet-stream",
    url: async () => "blob:",
    arrayBuffer: () => file.arrayBuffer()
  };
}
