import {browserEffects, type PlannerEffects} from "./browserEffects.ts";

/** The effects of the browser's window for the framework's page. */
export const evaluationEffects = (window: Window): PlannerEffects => browserEffects(window);
