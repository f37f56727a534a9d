import {writeDatabase} from "../../loaders/writeDatabase.ts";

await writeDatabase(process.stdout);
