import {renderPage} from "../loaders/renderPage.ts";

await renderPage("distributed-computing-frameworks");
