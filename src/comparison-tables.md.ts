import {renderPage} from "../loaders/renderPage.ts";

await renderPage("comparison-tables");
