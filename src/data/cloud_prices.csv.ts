import {writeTable} from "../../loaders/writeTable.ts";

await writeTable("SELECT * FROM prices", process.stdout);
