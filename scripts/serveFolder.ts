import {createReadStream, type Stats} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
  ".wasm": "application/wasm"
};

/** A running file server: its address, ending in a slash, and how to stop it. */
export interface FileServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the files of a folder on this machine only. Addresses may leave out `.html`. When the port is taken, the next
 * free one is used; port 0 asks the system for any. `below` puts the folder under that path, as "/sub/folder".
 */
export async function serveFolder(folder: string, {port = 0, below = ""} = {}): Promise<FileServer> {
  const server = createServer(async ({url = "/", method}, response) => {
    const file = await findFile(folder, below, url);
    if (file === null) {
      response.writeHead(404, {"Content-Type": "text/plain; charset=utf-8"}).end("There is no such page.\n");
      return;
    }
    const type = types[extname(file.path)] ?? "application/octet-stream";
    response.writeHead(200, {"Content-Type": type, "Content-Length": file.size, "Cache-Control": "no-cache"});
    if (method === "HEAD") response.end();
    else createReadStream(file.path).pipe(response);
  });
  await listen(server, port);
  const {port: actual} = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${actual}${below}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

async function findFile(folder: string, below: string, url: string): Promise<{path: string; size: number} | null> {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(`${below}/`)) return null;
  path = join(folder, normalize(path.slice(below.length)));
  for (const candidate of path.endsWith("/") ? [join(path, "index.html")] : [path, `${path}.html`]) {
    const found: Stats | null = await stat(candidate).catch(() => null);
    if (found?.isFile()) return {path: candidate, size: found.size};
  }
  return null;
}

async function listen(server: Server, port: number): Promise<void> {
  const last = port === 0 ? 0 : Math.min(port + 100, 65535);
  for (let attempt = port; ; attempt++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" && attempt < last ? resolve(true) : reject(error)
      );
      server.listen(attempt, "127.0.0.1", () => resolve(false));
    });
    server.removeAllListeners("error");
    if (!taken) return;
  }
}
