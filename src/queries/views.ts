import {baseline} from "./baseline.ts";
import {business} from "./business.ts";
import {dispatch} from "./dispatch.ts";
import {distance} from "./distance.ts";
import {engines} from "./engines.ts";
import {faults} from "./faults.ts";
import {filterChoices} from "./filterChoices.ts";
import {granularity} from "./granularity.ts";
import {heldout} from "./heldout.ts";
import {memory} from "./memory.ts";
import {outcomes} from "./outcomes.ts";
import {payload} from "./payload.ts";
import type {Query} from "./query.ts";
import {run} from "./run.ts";
import {scaling} from "./scaling.ts";
import {skew} from "./skew.ts";
import {startup} from "./startup.ts";
import {stencil} from "./stencil.ts";
import {validation} from "./validation.ts";
import {waiting} from "./waiting.ts";
import {workflows} from "./workflows.ts";

/** Every view, by its name: what the build asks for the first look is what the browser asks after a filter. */
export const views: readonly Query<object>[] = [
  startup,
  dispatch,
  granularity,
  payload,
  waiting,
  scaling,
  stencil,
  skew,
  memory,
  engines,
  workflows,
  faults,
  distance,
  business,
  heldout,
  run,
  outcomes,
  baseline,
  validation,
  filterChoices
];
