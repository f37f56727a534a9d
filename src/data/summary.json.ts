import {cachedResult} from "../../loaders/cachedResult.ts";
import {gatherViews} from "../../loaders/gatherViews.ts";

process.stdout.write(JSON.stringify(await cachedResult("views", gatherViews)));
