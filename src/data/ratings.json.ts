import {ratingsFile} from "../../loaders/ratingsFile.ts";

process.stdout.write(JSON.stringify(await ratingsFile()));
