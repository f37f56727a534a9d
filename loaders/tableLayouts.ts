import {adviceLayouts} from "./adviceLayouts.ts";
import {analysisLayouts} from "./analysisLayouts.ts";
import {answerLayouts} from "./answerLayouts.ts";
import {cloudLayouts} from "./cloudLayouts.ts";
import {comparisonLayouts} from "./comparisonLayouts.ts";
import {costLayouts} from "./costLayouts.ts";
import {documentLayouts} from "./documentLayouts.ts";
import {measuredLayouts} from "./measuredLayouts.ts";
import {modelLayouts} from "./modelLayouts.ts";
import {runLayouts} from "./runLayouts.ts";
import {sourceLayouts} from "./sourceLayouts.ts";
import type {TableLayout} from "./tableLayout.ts";
import {toolLayouts} from "./toolLayouts.ts";

/** How the tables that chapters ask for are laid out; any other shows its columns as they are. */
export const tableLayouts: Readonly<Record<string, TableLayout>> = {
  ...adviceLayouts,
  ...analysisLayouts,
  ...answerLayouts,
  ...cloudLayouts,
  ...comparisonLayouts,
  ...costLayouts,
  ...documentLayouts,
  ...measuredLayouts,
  ...modelLayouts,
  ...runLayouts,
  ...sourceLayouts,
  ...toolLayouts
};
