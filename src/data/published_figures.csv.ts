import {writeTable} from "../../loaders/writeTable.ts";

await writeTable("SELECT * FROM published_figures ORDER BY id", process.stdout);
