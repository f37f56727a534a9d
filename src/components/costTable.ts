import {type CostAnswer} from "../model/cost.ts";
import {formatUsd} from "../model/formatUsd.ts";
import {isStale} from "../schema/isStale.ts";
import {formatSeconds} from "../schema/formatUnit.ts";
import {element} from "./element.ts";

export interface CostTableOptions {
  readonly caption: string;
  readonly nameOf: (service: string) => string;
  /** The reader's day, by which prices count as old. */
  readonly today: string;
  /** Id of the popover that shows the sources of a row. */
  readonly sourcesId: string;
  readonly document: Document;
}

/**
 * All offers for one job. Each price is a button that opens its sources: `data-service` says which. What the limits exclude
 * stands at the end, greyed, with the reason in place of a price.
 */
export function costTable(
  answers: readonly CostAnswer[],
  {caption, nameOf, today, sourcesId, document}: CostTableOptions
): HTMLTableElement {
  const make = element(document);
  const price = (usd: number | null, {service}: CostAnswer) =>
    make("td", {class: "number"}, [
      usd === null
        ? "–"
        : make("button", {type: "button", class: "figure", popovertarget: sourcesId, "data-service": service}, [
            formatUsd(usd)
          ])
    ]);
  const rows = answers.map((answer) => {
    const {service, feasible, reason, prices, asOf, seconds} = answer;
    const name = make("th", {scope: "row"}, [nameOf(service)]);
    if (!feasible)
      return make("tr", {class: "excluded"}, [name, make("td", {colspan: 5}, [`left out: ${reason ?? ""}`])]);
    return make("tr", {}, [
      name,
      price(answer.usd, answer),
      price(answer.perMillionUsd, answer),
      price(answer.monthUsd, answer),
      make("td", {class: "number"}, [formatSeconds(seconds ?? NaN)]),
      make("td", {}, [
        asOf ?? "yours",
        prices.some((row) => isStale(row, today)) ? make("strong", {class: "stale"}, [" old"]) : null
      ])
    ]);
  });
  const heads = ["offer", "this job", "a million tasks", "a month", "done after", "prices of"];
  return make("table", {class: "costs"}, [
    make("caption", {}, [caption]),
    make("thead", {}, [
      make(
        "tr",
        {},
        heads.map((head, place) =>
          make("th", {scope: "col", ...(place > 0 && place < 5 ? {class: "number"} : {})}, [head])
        )
      )
    ]),
    make("tbody", {}, rows)
  ]);
}
