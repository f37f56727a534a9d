import {chapterContext} from "../loaders/chapterContext.ts";
import {gatherContext} from "../loaders/gatherContext.ts";
import type {RenderContext} from "../loaders/renderContext.ts";
import {renderChapter} from "../loaders/renderPage.ts";

/** A page to render; `gather` reads the data anew, which a chapter's own edit does not ask for. */
export interface RenderRequest {
  readonly page: string;
  readonly gather: boolean;
}

/** The page's Markdown, or why there is none. */
export interface RenderResponse {
  readonly page: string;
  readonly text?: string;
  readonly error?: string;
}

// Run by the live preview as a process of its own: the code is loaded once and not for every edit.
let context: Promise<RenderContext> = chapterContext("page");
context.catch(() => undefined);

// Once nobody waits, all is computed, kept or not: an edit then computes only what it changes.
const quietMilliseconds = 2000;
const whenQuiet = setTimeout(() => void gatherContext().catch(() => undefined), quietMilliseconds);

process.on("message", async ({page, gather}: RenderRequest) => {
  let response: RenderResponse;
  whenQuiet.refresh();
  try {
    if (gather) context = chapterContext("page", {again: true});
    response = {page, text: renderChapter(page, await context).text};
  } catch (error) {
    response = {page, error: error instanceof Error ? error.message : String(error)};
  }
  process.send!(response);
});
process.on("disconnect", () => process.exit());
