import {renderPage} from "../loaders/renderPage.ts";

await renderPage("workflow-orchestration");
