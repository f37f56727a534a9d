import {cachedResult} from "../../loaders/cachedResult.ts";
import {fitsFile} from "../../loaders/fitsFile.ts";

process.stdout.write(JSON.stringify(await cachedResult("fitsfile", fitsFile)));
