import {fitsFile} from "../../loaders/fitsFile.ts";

process.stdout.write(JSON.stringify(await fitsFile()));
