import {fork, type ChildProcess} from "node:child_process";
import {readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import type {RenderRequest, RenderResponse} from "./renderServer.ts";

/** Renders the pages of an open preview by a process that has all code loaded. */
export interface WarmPages {
  /** Renders the shown pages among these loaders again, the last shown first; returns those that it could not. */
  readonly render: (loaders: readonly string[], gather: boolean) => Promise<readonly string[]>;
  /** To be called when code has changed. */
  readonly restart: () => void;
  readonly stop: () => void;
}

const settleMilliseconds = 1000;

const modified = (path: string) => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? -1;

/** Starts the process; `root` is Framework's. */
export function warmPages(root = "src"): WarmPages {
  const start = () => fork("scripts/renderServer.ts", {execArgv: ["--import", "tsx"], stdio: "inherit"});
  let child = start();
  const cached = (loader: string) => join(root, ".observablehq/cache", loader.slice(0, -".ts".length));
  return {
    restart: () => {
      child.disconnect();
      child = start();
    },
    stop: () => void (child.connected && child.disconnect()),
    render: async (loaders, gather) => {
      const left: string[] = [];
      const shown = loaders
        // Any other page is rendered when it is opened.
        .filter((loader) => modified(cached(loader)) >= modified(join(root, loader)))
        .sort((a, b) => modified(cached(b)) - modified(cached(a)));
      for (const [place, loader] of shown.entries()) {
        // The page that somebody looks at is parsed and sent meanwhile: it should have the machine.
        if (place === 1) await setTimeout(settleMilliseconds);
        const source = readFileSync(join(root, loader), "utf8");
        const page = /^await renderPage\("([\w-]+)"\);$/m.exec(source)?.[1];
        const {text, error} = page
          ? await ask(child, {page, gather: gather && place === 0})
          : {error: `${loader} renders no chapter`};
        if (text === undefined) {
          console.error(error);
          left.push(loader);
        } else replace(join(root, loader), cached(loader), text);
      }
      return left;
    }
  };
}

function ask(child: ChildProcess, request: RenderRequest): Promise<Partial<RenderResponse>> {
  return new Promise((resolve) => {
    const settle = (response: Partial<RenderResponse>) => {
      child.off("message", receive).off("exit", ended);
      resolve(response);
    };
    const receive = (response: RenderResponse) => void (response.page === request.page && settle(response));
    const ended = () => settle({error: "the process that renders pages has ended"});
    child.on("message", receive).on("exit", ended);
    child.send(request);
  });
}

/**
 * Framework takes an output that is newer than its loader as it is, and looks at it each time that the loader is written.
 * So the output is dated a moment ahead, and then the loader is written as it was, once and over itself: emptied first, or
 * dated afterwards, it would have its page parsed two or three times.
 */
function replace(loader: string, output: string, text: string): void {
  writeFileSync(output, text);
  const ahead = new Date(Date.now() + 100);
  utimesSync(output, ahead, ahead);
  writeFileSync(loader, readFileSync(loader), {flag: "r+"});
}
