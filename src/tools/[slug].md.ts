import {parseArgs} from "node:util";
import {writeToolPage} from "../../loaders/toolPage.ts";

// Framework tells a parameter of the address as --slug=ray.
const {values} = parseArgs({options: {slug: {type: "string", default: ""}}});
await writeToolPage(values.slug);
