import {tableCsv} from "../../loaders/tableCsv.ts";

process.stdout.write(await tableCsv("SELECT * FROM prices"));
