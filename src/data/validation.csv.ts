import {writeTable} from "../../loaders/writeTable.ts";
import {validation} from "../queries/validation.ts";

await writeTable(validation.sql({}), process.stdout);
