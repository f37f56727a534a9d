import {measuredViews} from "../../loaders/measured.ts";

process.stdout.write(JSON.stringify(await measuredViews()));
