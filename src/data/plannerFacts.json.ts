import {plannerFacts} from "../../loaders/plannerFacts.ts";

process.stdout.write(JSON.stringify(await plannerFacts()));
