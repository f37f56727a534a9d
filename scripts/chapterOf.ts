import {readFileSync} from "node:fs";

/** The chapter that a page loader renders, `overhead` for `await renderPage("overhead");`; null where it does something else. */
export function chapterOf(loader: string): string | null {
  return /^await renderPage\("([\w-]+)"\);$/m.exec(readFileSync(loader, "utf8"))?.[1] ?? null;
}
