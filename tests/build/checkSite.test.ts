import {randomBytes} from "node:crypto";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {checkSite} from "../../scripts/checkSite.ts";

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "built site "));
});

afterEach(() => rm(site, {recursive: true, force: true}));

const page = (body: string, {title = "A page", lang = "en", head = ""} = {}) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><h1 id="top">A</h1>${body}</body></html>`;

async function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), {recursive: true});
    await writeFile(join(site, path), text);
  }
  return checkSite(site);
}

test("a sound site has no fault", async () => {
  const faults = await check({
    "index.html": page('<a href="./b.html#part">b</a> <a href="https://example.org/">cited</a>'),
    "b.html": page('<p id="part">b</p><a href="./data/a.csv">data</a>'),
    "data/a.csv": "a\n1\n"
  });
  expect(faults).toEqual([]);
});

test("an empty site is a fault", async () => {
  expect(await check({})).toEqual([`${site} holds no page`]);
});

test("a link to a page or file that is not there is a fault", async () => {
  const faults = await check({"index.html": page('<a href="./b.html">b</a><a href="./data/a.csv">a</a>')});
  expect(faults).toEqual([
    "index.html links to ./b.html, which is not there",
    "index.html links to ./data/a.csv, which is not there"
  ]);
});

test("a link to a place that is not on the page is a fault", async () => {
  const faults = await check({"index.html": page('<a href="./b.html#nowhere">b</a>'), "b.html": page("")});
  expect(faults).toEqual(["index.html links to ./b.html#nowhere, which is not there"]);
});

test("a page that failed is a fault, with its message", async () => {
  const faults = await check({"index.html": page('<div class="observablehq--error">SyntaxError: x</div>')});
  expect(faults).toEqual(["index.html failed: SyntaxError: x"]);
});

test.each([
  ['<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js"],
  ['<img src="//cdn.example/x.png" alt="">', "//cdn.example/x.png"],
  ['<script type="module">import "https://cdn.example/y.js";</script>', "https://cdn.example/y.js"],
  ['<p style="background: url(https://cdn.example/z.png)">z</p>', "https://cdn.example/z.png"]
])("%s loads a foreign address", async (body, address) => {
  expect(await check({"index.html": page(body)})).toContain(`index.html loads a foreign address: ${address}`);
});

test("a style sheet that loads a foreign address is a fault", async () => {
  const faults = await check({"index.html": page(""), "style.css": '@import url("https://fonts.example/f.css");'});
  expect(faults).toEqual([expect.stringMatching(/^style\.css loads a foreign address: .*fonts\.example/)]);
});

test("a page without title, language or with two top headings has three faults", async () => {
  expect(await check({"index.html": page("<h1>B</h1>", {title: "", lang: ""})})).toEqual([
    "index.html has no title",
    "index.html names no language",
    "index.html has 2 top headings instead of one"
  ]);
});

test("a page over its weight is a fault that names what is heavy, found through imports", async () => {
  const heavy = `export const x = "${randomBytes(260_000).toString("hex")}";`;
  const faults = await check({
    "index.html": page("", {head: '<link rel="modulepreload" href="./a.js">'}),
    "a.js": 'import {x} from "./parts/b.js"; export {x};',
    "parts/b.js": heavy
  });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^index\.html weighs \d+ kB gzipped, over 250 kB \(parts\/b\.js \d+ kB/);
});
