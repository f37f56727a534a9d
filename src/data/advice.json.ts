import {chapterContext} from "../../loaders/chapterContext.ts";
import {gatherAdvice} from "../../loaders/gatherAdvice.ts";

const {tables, fits} = await chapterContext("page");
process.stdout.write(JSON.stringify(gatherAdvice(tables, fits)));
