import {type RatedTool, type RatingData} from "../model/ratingData.ts";
import {type EvidenceClass, sevenCriteria} from "../schema/rating.ts";
import {scoreCell} from "./comparisonCell.ts";
import {element} from "./element.ts";

export const evidenceWords: Readonly<Record<EvidenceClass, string>> = {
  M: "measured here",
  T: "third party",
  D: "documented",
  S: "counted in source",
  J: "judged",
  N: "not known"
};

/** The scores of one tool, criterion by criterion: the score, what it rests on, why, and the source with its date. */
export function comparisonWhy(tool: RatedTool, {criteria}: RatingData, document: Document): HTMLTableElement {
  const make = element(document);
  const source = (url: string | null, date: string | null) =>
    url === null ? (date ?? "–") : make("a", {href: url}, [date ?? "source"]);
  return make("table", {class: "comparison"}, [
    make("caption", {}, [`${tool.name}: why each score is what it is, on the scale of 1 to 5`]),
    make("thead", {}, [
      make(
        "tr",
        {},
        ["criterion", "belongs to", "score", "rests on", "why", "as of"].map((head) =>
          make("th", {scope: "col"}, [head])
        )
      )
    ]),
    make(
      "tbody",
      {},
      criteria.map(({id, name, seven_criteria_group: group}) => {
        const score = tool.scores[id];
        const seven = sevenCriteria.find(({key}) => key === group);
        if (!score) return make("tr", {}, [make("th", {scope: "row"}, [`${id} ${name}`])]);
        return make("tr", score.score === null ? {class: "excluded"} : {}, [
          make("th", {scope: "row"}, [`${id} ${name}`]),
          make("td", {}, [seven ? `${seven.id} ${seven.name}` : group]),
          make("td", {}, [scoreCell(score)]),
          make("td", {}, [evidenceWords[score.score === null ? "N" : score.evidence]]),
          make("td", {}, [score.reason]),
          make("td", {}, [source(score.source, score.asOf)])
        ]);
      })
    )
  ]);
}
