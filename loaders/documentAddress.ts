import {posix} from "node:path";
import {entryDocument} from "./documentPlan.ts";
import {findHeading, type Heading} from "./documentOutline.ts";

/** A document while the set is put together: the site's address of the page it is made from, and its headings. */
export interface DraftDocument {
  /** Path below the folder of documents. */
  readonly path: string;
  /** Address of its page on the site: `/overhead`, `/tools/ray`. */
  readonly page: string;
  readonly outline: readonly Heading[];
}

/** What a link of the site becomes in a document: another address, and a command for what only the report computes. */
export interface WrittenLink {
  /** Relative to the document that holds the link; null where no document says it. */
  readonly address: string | null;
  /** The same question on the command line, or null. */
  readonly command: string | null;
}

/** Pages whose controls a command answers as well: their addresses and the commands use the same names. */
const commands: Readonly<Record<string, string>> = {"/": "plan", "/cost": "cost"};

/** Headings of the entry document for pages that no document is made from. */
const instead = (page: string): string => (page === "/tools" ? "every-tool-and-service" : "planner-and-instruments");

const site = "http://site.invalid";

function commandOf(page: string, search: URLSearchParams): string | null {
  const command = commands[page];
  const options = [...search].map(([name, value]) => `--${name.replaceAll("_", "-")} ${value}`);
  return command === undefined || options.length === 0 ? null : `npm run -s ${command} -- ${options.join(" ")}`;
}

/**
 * Where a link of the site leads among the documents: a neighbour and its heading, the entry document for an instrument,
 * nothing for a data file. External addresses stay. Throws where the anchor is no heading of the page it names.
 */
export function documentAddress(address: string, from: DraftDocument, all: readonly DraftDocument[]): WrittenLink {
  if (!URL.canParse(address, site + from.page)) throw new Error(`${from.path}: ${address} is no address`);
  const {origin, pathname, hash, searchParams} = new URL(address, site + from.page);
  if (origin !== site) return {address, command: null};
  const page = pathname.replace(/(\/index)?(\.html)?$/, "").replace(/\/+$/, "") || "/";
  const command = commandOf(page, searchParams);
  if (page.startsWith("/data/")) return {address: null, command};
  // The first page is the planner, which no document is; the entry document says how to have it.
  const target = page === from.page ? from : page === "/" ? undefined : all.find((one) => one.page === page);
  const relative = (path: string) => posix.relative(posix.dirname(from.path), path);
  if (!target) {
    const isPlanned = page !== "/" && !/^\/(tools|explore|compare|your-data)$/.test(page);
    return {address: isPlanned ? null : `${relative(entryDocument)}#${instead(page)}`, command};
  }
  const anchor = decodeURIComponent(hash.slice(1));
  const path = target.path === from.path ? "" : relative(target.path);
  if (anchor === "") return {address: path || posix.basename(from.path), command};
  const heading = findHeading(target.outline, anchor);
  if (!heading) throw new Error(`${from.path} links to ${address}, and ${target.path} has no such heading`);
  return {address: `${path}#${heading.anchor}`, command};
}
