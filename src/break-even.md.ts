import {renderPage} from "../loaders/renderPage.ts";

await renderPage("break-even");
