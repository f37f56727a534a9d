import {tableCsv} from "../../loaders/tableCsv.ts";
import {validation} from "../queries/validation.ts";

process.stdout.write(await tableCsv(validation.sql({})));
