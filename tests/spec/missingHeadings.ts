import {findLeads, type Lead} from "./findLeads.ts";
import type {WantedHeading} from "./headings.ts";

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A heading fits when it is the one asked for or says more than it: "Strategic recommendations, in order". */
const fits = ({text}: Lead, wanted: string) => ` ${plain(text)} `.includes(` ${plain(wanted)} `);

const deepest = 6;

/**
 * What of the wanted headings a document lacks, one sentence each. Headings stand in the order asked for; what is wanted below
 * a heading stands before the next one of its level.
 */
export function missingHeadings(text: string, wanted: readonly WantedHeading[]): readonly string[] {
  const leads = findLeads(text);
  let from = 0;
  return wanted.flatMap(({heading, below}) => {
    const at = leads.findIndex((lead, index) => index >= from && lead.level <= deepest && fits(lead, heading));
    const found = leads[at];
    if (!found) {
      const elsewhere = leads.some((lead) => lead.level <= deepest && fits(lead, heading));
      return [elsewhere ? `"${heading}" stands out of order` : `no heading "${heading}"`];
    }
    from = at + 1;
    const end = leads.findIndex(({level}, index) => index > at && level <= found.level);
    const inside = leads.slice(from, end < 0 ? undefined : end);
    return below
      .filter((sub) => !inside.some((lead) => fits(lead, sub)))
      .map((sub) => `nothing on "${sub}" below "${heading}"`);
  });
}
