import {writeTable} from "../../loaders/writeTable.ts";

await writeTable("SELECT * FROM tools ORDER BY slug", process.stdout);
