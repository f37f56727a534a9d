import {pickViews} from "../../loaders/pickViews.ts";

process.stdout.write(JSON.stringify(await pickViews(["scaling", "waiting", "filterChoices"])));
