import {renderPage} from "../loaders/renderPage.ts";

await renderPage("implementation-recommendations");
