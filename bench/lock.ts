import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock that keeps two measurements apart; returns what gives it back. Throws when a live process holds it. */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), {recursive: true});
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), {flag: "wx"});
      return () => rmSync(file, {force: true});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const pid = Number(readFileSync(file, "utf8"));
      if (pid > 0 && alive(pid))
        throw new Error(`process ${pid} is measuring already: two measurements would disturb each other`);
      // Left by a run that was killed.
      rmSync(file, {force: true});
    }
  }
  throw new Error(`${file} cannot be taken`);
}
