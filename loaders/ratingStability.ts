import type {RatedTool} from "../src/model/ratingData.ts";
import {finerKnown} from "../src/model/ratingKnown.ts";
import {rankStability} from "../src/model/rankStability.ts";
import {remembered} from "./remembered.ts";

const stability = remembered(rankStability);

/** How often each of these tools comes to which place by the finer criteria at some weights, in their order. */
export const ratingStability = (tools: readonly RatedTool[], weights: Readonly<Record<string, number>>) =>
  stability(
    tools.map((tool) => ({id: tool.slug, known: finerKnown(tool)})),
    weights
  );
