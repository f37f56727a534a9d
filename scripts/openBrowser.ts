import {chromium, type Browser} from "playwright-core";
import {existsSync} from "node:fs";

const installed = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const flags = [
  ...["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  "--disable-dev-shm-usage"
];

/** Starts an installed Chromium, or the one inside @sparticuz/chromium. */
export async function openBrowser(): Promise<Browser> {
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return chromium.launch({executablePath: found, args: flags});
  // With this set the package unpacks the libraries that a bare machine lacks.
  process.env.VERCEL = "1";
  const {default: packaged} = await import("@sparticuz/chromium");
  const args = packaged.args.filter((arg) => !/^--(single-process|headless|user-data-dir|disk-cache)/.test(arg));
  return chromium.launch({executablePath: await packaged.executablePath(), args: [...args, ...flags], headless: true});
}
