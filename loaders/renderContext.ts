import type {Fit} from "../src/model/fit.ts";
import type {Views} from "./gatherViews.ts";

/** What a text is rendered from; handed in, so that a test needs no data of its own. */
export interface RenderContext {
  readonly tables: Views;
  readonly fits: readonly Fit[];
  /** The text of a file below data/ or bench/. */
  readonly read: (path: string) => string;
  /** A page of the site, or a plain document with its charts as files. */
  readonly form: "page" | "document";
}

const escapes: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Text as HTML text or attribute value. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
