import {readdirSync} from "node:fs";
import {type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, expect} from "vitest";
import {openBrowser} from "../../scripts/openBrowser.ts";
import {serveFolder, type FileServer} from "../../scripts/serveFolder.ts";

/** Addresses of all pages of dist, relative to the site, the home page first. */
export const pages: readonly string[] = readdirSync("dist", {recursive: true})
  .map(String)
  .filter((path) => path.endsWith(".html") && path !== "404.html")
  .map((path) => path.replace(/(^|\/)index\.html$/, "$1"))
  .sort();

/** A page, the addresses that it asked for, and whatever a reader should never meet: errors, failed or foreign requests. */
interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

/** The site while the tests of a file run: its address, ending in a slash, and pages to read it with. */
export interface OpenSite {
  readonly address: string;
  readonly watch: (options?: BrowserContextOptions) => Promise<Omit<WatchedPage, "complaints">>;
}

/**
 * Serves a folder, `below` a path if told so, and opens a browser, before the tests of the file that calls it; ends both
 * after them. A page that a test opens is blank and has a fresh profile; a test whose pages complain fails.
 */
export function openSite(folder = "dist", {below = ""} = {}): OpenSite {
  let browser: Browser;
  let server: FileServer;
  const opened: WatchedPage[] = [];

  beforeAll(async () => {
    server = await serveFolder(folder, {below});
    browser = await openBrowser();
  });

  afterEach(async () => {
    const ended = opened.splice(0);
    // Read before closing, which ends what is still on its way.
    const complaints = ended.flatMap(({complaints}) => complaints);
    for (const {page} of ended) await page.context().close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    get address() {
      return server.address;
    },
    watch: async (options) => {
      const watched = await watchPage(browser, new URL(server.address).origin, options);
      opened.push(watched);
      return watched;
    }
  };
}

async function watchPage(browser: Browser, origin: string, options?: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    // DuckDB says so of any database that was closed properly.
    if (message.text().includes("Buffering missing file: benchmarks.duckdb.wal")) return;
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
