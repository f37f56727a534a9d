import {readCloud} from "../../loaders/readCloud.ts";

process.stdout.write(JSON.stringify(await readCloud()));
