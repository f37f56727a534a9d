import type {RatingData} from "../src/model/ratingData.ts";
import {measuredViews} from "./measured.ts";
import {ratingData} from "./ratingData.ts";

/** What the comparison and the framework compute from in the page. */
export async function ratingsFile(): Promise<RatingData> {
  return ratingData(await measuredViews());
}
