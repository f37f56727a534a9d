import {group, median, sum} from "d3";
import {forms} from "../src/model/fit.ts";
import {ways} from "../src/model/leaveOut.ts";
import {isSerial} from "../src/model/toolTraits.ts";
import type {GatheredFit} from "./gatherFits.ts";

/** How a form did on cells left out in one way, over all tools: medians of the tools' own medians and ninth deciles. */
export interface FormRow {
  readonly form: string;
  readonly way: string;
  readonly tools: number;
  readonly cells: number;
  readonly median_ratio: number;
  readonly p90_ratio: number;
  /** Tools that kept this form. */
  readonly chosen: number;
}

/** Every form of a pool or framework by every way of leaving cells out. */
export function formRows(gathered: readonly GatheredFit[]): readonly FormRow[] {
  const parallel = gathered.filter(({fit}) => !isSerial(fit));
  const errors = group(
    parallel.flatMap(({compared}) => compared),
    ({form}) => form,
    ({way}) => way
  );
  return forms.flatMap((form) =>
    ways.flatMap((way) => {
      const some = errors.get(form)?.get(way) ?? [];
      return some.length === 0
        ? []
        : [
            {
              form,
              way,
              tools: some.length,
              cells: sum(some, ({cells}) => cells),
              median_ratio: median(some, (one) => one.median)!,
              p90_ratio: median(some, (one) => one.p90)!,
              chosen: parallel.filter(({fit}) => fit.form === form).length
            }
          ];
    })
  );
}

/** The same with a row a form and a column a way, as a text shows it: median and ninth decile together. */
export function formTable(rows: readonly FormRow[]): readonly Readonly<Record<string, unknown>>[] {
  return [...group(rows, ({form}) => form)].map(([form, some]) => ({
    form,
    chosen: some[0]!.chosen,
    ...Object.fromEntries(
      some.flatMap(({way, median_ratio, p90_ratio}) => [
        [`${way}_median`, median_ratio],
        [`${way}_p90`, p90_ratio]
      ])
    )
  }));
}
