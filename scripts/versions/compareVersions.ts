import {newestVersion, type AskPip} from "./newestVersion.ts";
import type {Pin} from "./pinnedVersions.ts";

/** A pin beside the newest release; `newest` is null where it could not be asked, with the reason. */
export interface VersionRow extends Pin {
  readonly newest: string | null;
  readonly state: "current" | "newer" | "unknown";
  readonly reason: string | null;
}

/** Asks for each pin, one after another, and tells which have a newer release. Never rejects: a failure is a row. */
export async function compareVersions(
  pins: readonly Pin[],
  ask: AskPip,
  say: (done: number) => void = () => {}
): Promise<readonly VersionRow[]> {
  const rows: VersionRow[] = [];
  for (const pin of pins) {
    try {
      const newest = await newestVersion(pin.distribution, ask);
      rows.push({...pin, newest, state: newest === pin.version ? "current" : "newer", reason: null});
    } catch (error) {
      const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
      rows.push({...pin, newest: null, state: "unknown", reason});
    }
    say(rows.length);
  }
  return rows;
}
