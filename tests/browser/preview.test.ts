import {spawn, type ChildProcess} from "node:child_process";
import {existsSync} from "node:fs";
import {appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {createServer, type AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "./openBrowser.ts";

const limitMilliseconds = 2000;

let browser: Browser;
let preview: ChildProcess;
let project: string;
let page: Page;
let log = "";

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

beforeAll(async () => {
  // A copy: the test edits files.
  project = await mkdtemp(join(tmpdir(), "live preview "));
  for (const path of [
    "src",
    "loaders",
    "data",
    "scripts",
    "bench",
    "package.json",
    "tsconfig.json",
    "observablehq.config.ts"
  ]) {
    if (existsSync(path))
      await cp(path, join(project, path), {recursive: true, filter: (from) => !from.includes(".observablehq")});
  }
  await symlink(resolve("node_modules"), join(project, "node_modules"), "dir");
  const port = await freePort();
  preview = spawn(process.execPath, ["--import", "tsx", "scripts/dev.ts", "--port", String(port)], {cwd: project});
  for (const stream of [preview.stdout!, preview.stderr!])
    stream.setEncoding("utf8").on("data", (text) => (log += text));
  browser = await openBrowser();
  page = await browser.newPage();
  const address = `http://127.0.0.1:${port}/single-computer-parallelization.html`;
  for (let attempt = 0; ; attempt++) {
    const response = await page.goto(address).catch(() => null);
    if (response?.ok()) break;
    if (attempt > 100) throw new Error(`the preview did not start:\n${log}`);
    await new Promise((next) => setTimeout(next, 200));
  }
  await page.waitForLoadState("networkidle");
});

afterAll(async () => {
  await browser?.close();
  preview?.kill("SIGINT");
  await rm(project, {recursive: true, force: true});
});

/** Milliseconds until the open page shows `text`, or the log when it never does. */
async function shown(text: string): Promise<number> {
  const start = performance.now();
  await page
    .getByText(text)
    .first()
    .waitFor({timeout: 15_000})
    .catch(() => {
      throw new Error(`the page never showed ${JSON.stringify(text)}:\n${log.slice(-2000)}`);
    });
  return performance.now() - start;
}

test("an edited chapter shows in the open page within two seconds", async () => {
  await appendFile(join(project, "data/chapters/single-computer-parallelization.md"), "\n\nThe quick brown edit.\n");
  expect(await shown("The quick brown edit.")).toBeLessThan(limitMilliseconds);
});

test("an edited loader shows in the open page within two seconds", async () => {
  const path = join(project, "src/single-computer-parallelization.md.ts");
  const loader = await readFile(path, "utf8");
  await writeFile(path, `${loader}\nprocess.stdout.write("\\n\\nThe edited page loader.\\n");\n`);
  expect(await shown("The edited page loader.")).toBeLessThan(limitMilliseconds);
});
