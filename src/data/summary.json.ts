import {gatherViews} from "../../loaders/gatherViews.ts";

process.stdout.write(JSON.stringify(await gatherViews()));
