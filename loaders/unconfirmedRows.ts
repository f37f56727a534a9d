import {addressFlaw} from "./addressFlaw.ts";

type Row = Readonly<Record<string, unknown>>;

/** A statement or an address that could not be confirmed, and why. */
export interface UnconfirmedRow {
  readonly what: string;
  readonly why: string;
  /** Where it stands: the name of a data file. */
  readonly file: string;
  readonly as_of: string;
  readonly source: string;
  readonly source_url: string;
}

const text = (value: unknown) => String(value ?? "");

const row = (
  file: string,
  what: string,
  why: string,
  {as_of, year, source_title, title, source_url}: Row
): UnconfirmedRow => ({
  what,
  why,
  file,
  as_of: text(as_of ?? year),
  source: text(source_title ?? title),
  source_url: text(source_url)
});

/** Limits and prices whose own confidence is low: what the row says of it is the reason. */
const doubtful = (name: string, rows: readonly Row[], last: "limit" | "sku") =>
  rows
    .filter(({confidence}) => confidence === "low")
    .map((one) =>
      row(name, `${text(one.service)}: ${text(one[last])}`, text(one.note) || "old, and nothing newer was found", one)
    );

/**
 * What could not be confirmed, from the data files themselves: figures whose source is known from copies only or that a note
 * calls unconfirmed, limits and prices of low confidence, addresses of bad form. Rows in the order of the files.
 */
export function unconfirmedRows(files: Readonly<Record<string, readonly Row[]>>): readonly UnconfirmedRow[] {
  const {published_figures: figures = [], cloud_limits: limits = [], cloud_prices: prices = [], sources = []} = files;
  const published = figures.flatMap((figure) => {
    const what = `${text(figure.tool)}: ${text(figure.quantity)} (${text(figure.id)})`;
    if (text(figure.source_url) === "")
      return [row("published figures", what, "only copies of the source are known", figure)];
    return /not confirmed|unconfirmed|not certain/i.test(text(figure.note))
      ? [row("published figures", what, text(figure.note), figure)]
      : [];
  });
  const addresses = sources.flatMap((source) => {
    const flaw = addressFlaw(text(source.source_url));
    return flaw === null ? [] : [row("sources", text(source.source_url), `the address ${flaw}`, source)];
  });
  return [
    ...published,
    ...doubtful("cloud limits", limits, "limit"),
    ...doubtful("cloud prices", prices, "sku"),
    ...addresses
  ];
}
