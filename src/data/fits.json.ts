import {measuredFits} from "../../loaders/measured.ts";

process.stdout.write(JSON.stringify(await measuredFits()));
