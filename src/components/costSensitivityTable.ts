import {type Sensitivity} from "../model/costSensitivity.ts";
import {formatUsd} from "../model/formatUsd.ts";
import {chartTable} from "./chartTable.ts";

/** What a price or a length that is off does to one offer and to the ranking. */
export function costSensitivityTable(
  rows: readonly Sensitivity[],
  {
    service,
    nameOf,
    document
  }: {
    readonly service: string;
    readonly nameOf: (service: string) => string;
    readonly document: Document;
  }
): HTMLTableElement {
  const share = (value: number) => `${value > 0 ? "+" : "−"}${Math.round(Math.abs(value) * 100)} %`;
  const subject = {price: "its prices", duration: "the length of a task"};
  return chartTable(
    rows,
    [
      {name: "off by", text: (row) => `${subject[row.what]} ${share(row.share)}`},
      {name: "then it costs", number: true, text: ({usd}) => (usd === null ? "–" : formatUsd(usd))},
      {
        name: "the cheapest then",
        text: ({cheapest}) => (cheapest === null ? "none" : cheapest === service ? "still the same" : nameOf(cheapest))
      }
    ],
    {caption: `If the figures for ${nameOf(service)} are off`, document}
  );
}
