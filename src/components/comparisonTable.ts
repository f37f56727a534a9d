import {sevenRatings} from "../model/ratingKnown.ts";
import {groups, type RatingData} from "../model/ratingData.ts";
import {sevenCriteria} from "../schema/rating.ts";
import {comparisonCell, percent, totalCell} from "./comparisonCell.ts";
import {type LeagueView} from "./comparisonView.ts";
import {element} from "./element.ts";

/** A table as text: the heads, and the rows below them. */
export interface TextTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const heads = [
  "rank",
  "tool",
  "total",
  "first in",
  "evidence covers",
  "category",
  ...sevenCriteria.map(({id, name}) => `${id} ${name}`),
  "why no rank"
];

/** The rows of a league as text: what the table shows and what is copied. */
export function comparisonText({rows, first}: LeagueView, data: RatingData): TextTable {
  return {
    heads,
    rows: rows.map(({tool, total, rank, excluded}) => {
      const ratings = sevenRatings(tool, data.criteria);
      const share = first.get(tool.slug);
      return [
        rank === null ? "–" : String(rank),
        tool.name,
        totalCell(total),
        share === undefined ? "–" : percent(share),
        percent(total.coverage),
        groups[tool.group],
        ...sevenCriteria.map(({key}) => comparisonCell(ratings[key])),
        excluded ?? ""
      ];
    })
  };
}

/** The rows in words: strengths, weaknesses, best use, avoid when, what it needs. */
export function comparisonWords({rows}: LeagueView): TextTable {
  const join = (texts: readonly string[]) => texts.join(" ") || "–";
  return {
    heads: ["tool", "strengths", "weaknesses", "best use", "avoid when", "technical requirements"],
    rows: rows.map(({tool}) => [
      tool.name,
      join(tool.strengths),
      join(tool.weaknesses),
      join(tool.bestFor),
      join(tool.avoidWhen),
      tool.requirements
    ])
  };
}

/** A text table as HTML. `mark` says which rows stand greyed, `link` where the name of a row leads. */
export function textTable(
  {heads: names, rows}: TextTable,
  options: {
    readonly caption: string;
    readonly document: Document;
    /** Cells hold sentences. */
    readonly words?: boolean;
    /** The column that names the row. */
    readonly head?: number;
    readonly grey?: (row: number) => boolean;
    readonly link?: (row: number) => string | null;
  }
): HTMLTableElement {
  const {caption, document, words = false, head = 0, grey = () => false, link = () => null} = options;
  const make = element(document);
  return make("table", {class: words ? "comparison words" : "comparison"}, [
    make("caption", {}, [caption]),
    make("thead", {}, [
      make(
        "tr",
        {},
        names.map((name) => make("th", {scope: "col"}, [name]))
      )
    ]),
    make(
      "tbody",
      {},
      rows.map((cells, row) =>
        make(
          "tr",
          grey(row) ? {class: "excluded"} : {},
          cells.map((cell, place) => {
            if (place !== head) return make("td", {}, [cell]);
            const href = link(row);
            return make("th", {scope: "row"}, [href === null ? cell : make("a", {href}, [cell])]);
          })
        )
      )
    )
  ]);
}
