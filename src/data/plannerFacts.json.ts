import {cachedResult} from "../../loaders/cachedResult.ts";
import {plannerFacts} from "../../loaders/plannerFacts.ts";

process.stdout.write(JSON.stringify(await cachedResult("plannerfacts", plannerFacts)));
