import {sitePackage} from "../../loaders/sitePackage.ts";

process.stdout.write(JSON.stringify(sitePackage, null, 2));
