import {readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {Session} from "./session.ts";

/** The run to resume: the one named, or the newest under `out` that was interrupted. */
export function runToResume(out: string, named: string | true): string {
  if (named !== true) return resolve(named.includes("/") ? named : join(out, named));
  const folders = readdirSync(out, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(out, entry.name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const found = folders.find((folder) => {
    try {
      const {samples_done: done, samples_planned: plan} = Session.open(folder).environment();
      return done < plan;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no run under ${out} is left to resume`);
  return found;
}
