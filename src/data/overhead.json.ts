import {pickViews} from "../../loaders/pickViews.ts";

const names = ["startup", "dispatch", "granularity", "payload", "memory", "metg", "filterChoices"];
process.stdout.write(JSON.stringify(await pickViews(names)));
