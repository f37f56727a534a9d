import {tableCsv} from "../../loaders/tableCsv.ts";

process.stdout.write(await tableCsv("SELECT * FROM tools ORDER BY slug"));
