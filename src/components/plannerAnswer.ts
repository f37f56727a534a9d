import {explain} from "../model/explain.ts";
import {type Fit} from "../model/fit.ts";
import {rank} from "../model/rank.ts";
import {type Workload} from "../model/workload.ts";
import {defaultWorkload} from "../model/workloadFields.ts";
import {element} from "./element.ts";
import {rankingTable} from "./rankingTable.ts";
import {scrollBox} from "./scrollBox.ts";
import {seriesLabel} from "./seriesLabel.ts";

export interface PlannerAnswerData {
  readonly fits: readonly Fit[];
  readonly workload?: Workload;
}

/** The answer to a workload as it stands: the sentence, the runner-up, every tool. For readers without the planner. */
export function plannerAnswer(
  {fits, workload = defaultWorkload}: PlannerAnswerData,
  {document}: {readonly document: Document}
): HTMLElement {
  const make = element(document);
  const answer = explain(rank(workload, fits), fits);
  const [, second] = answer.ranking;
  return make("div", {}, [
    make("p", {class: "answer"}, [answer.answer]),
    second && answer.runner_up
      ? make("p", {class: "runner-up"}, [`Runner-up: ${seriesLabel(second)}, ${answer.runner_up.why}.`])
      : null,
    scrollBox(rankingTable(answer, document), "All tools for this workload")
  ]);
}
