import {renderPage} from "../loaders/renderPage.ts";

await renderPage("evaluation-framework");
