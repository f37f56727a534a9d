import {tableCsv} from "../../loaders/tableCsv.ts";

process.stdout.write(await tableCsv("SELECT * FROM samples ORDER BY run_id, order_index"));
