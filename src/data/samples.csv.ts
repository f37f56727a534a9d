import {writeTable} from "../../loaders/writeTable.ts";

// In the order in which they were read: run by run, each in the order of its samples.
await writeTable("SELECT * FROM samples", process.stdout);
