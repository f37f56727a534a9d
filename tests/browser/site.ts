import {readdirSync} from "node:fs";
import {type Browser, type BrowserContextOptions, type Page} from "playwright-core";

/** Addresses of all pages of dist, relative to the site, the home page first. */
export const pages: readonly string[] = readdirSync("dist", {recursive: true})
  .map(String)
  .filter((path) => path.endsWith(".html") && path !== "404.html")
  .map((path) => path.replace(/(^|\/)index\.html$/, "$1"))
  .sort();

/** A page that notes whatever a reader should never meet: errors, failed requests, requests to other origins. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

/** Opens a blank page in a fresh profile that keeps a list of complaints. */
export async function watchPage(
  browser: Browser,
  origin: string,
  options?: BrowserContextOptions
): Promise<WatchedPage> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // With script switched off, the browser refuses modules by policy: that is what was asked for.
    if (reason !== "csp") complaints.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    requests.push(request.url());
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      complaints.push(`foreign: ${request.url()}`);
    }
  });
  return {page, complaints, requests};
}

/** Waits until Framework has run all code of the page and nothing is loading any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
}
