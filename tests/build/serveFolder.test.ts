import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parsePort} from "../../scripts/parsePort.ts";
import {serveFolder} from "../../scripts/serveFolder.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "served folder "));
  await writeFile(join(folder, "index.html"), "home");
  await writeFile(join(folder, "a.html"), "a");
});

afterAll(() => rm(folder, {recursive: true, force: true}));

const status = async (address: string) => (await fetch(address)).status;

test("serveFolder() finds a page with and without .html, and nothing outside the folder", async () => {
  const {address, close} = await serveFolder(folder);
  expect(await (await fetch(address)).text()).toBe("home");
  expect(await (await fetch(`${address}a`)).text()).toBe("a");
  expect(await (await fetch(`${address}a.html?x=1`)).text()).toBe("a");
  expect(await status(`${address}b`)).toBe(404);
  expect(await status(`${address}..%2f..%2fetc/passwd`)).toBe(404);
  expect(await status(`${address}%E0%A4%A`)).toBe(404);
  await close();
});

test("serveFolder() takes the next port when one is taken", async () => {
  const first = await serveFolder(folder);
  const taken = Number(new URL(first.address).port);
  const second = await serveFolder(folder, {port: taken});
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  await Promise.all([first.close(), second.close()]);
});

test("serveFolder() serves below a path, and only there", async () => {
  const {address, close} = await serveFolder(folder, {below: "/sub/folder"});
  expect(address).toMatch(/\/sub\/folder\/$/);
  expect(await status(address)).toBe(200);
  expect(await status(new URL("/", address).href)).toBe(404);
  await close();
});

test("parsePort() refuses what is no port, in a sentence", () => {
  expect(parsePort("0")).toBe(0);
  expect(() => parsePort("70000")).toThrow('--port must be a whole number from 0 to 65535, got "70000"');
  expect(() => parsePort("abc")).toThrow("--port must be");
});
