import {datapackage} from "../../loaders/datapackage.ts";
import {runFolders} from "../../loaders/readRuns.ts";

process.stdout.write(JSON.stringify(datapackage(await runFolders("data/runs")), null, 2));
