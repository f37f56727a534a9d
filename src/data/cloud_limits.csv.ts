import {writeTable} from "../../loaders/writeTable.ts";

await writeTable("SELECT * FROM limits", process.stdout);
