import {renderPage} from "../loaders/renderPage.ts";

await renderPage("single-computer-parallelization");
