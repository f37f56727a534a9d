import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {createInterface} from "node:readline";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";

const script = join(import.meta.dirname, "..", "..", "bench", "services", "redis_service.py");
const python = findPython().command;
const installed = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "redis-server")));

let folder: string;
let service: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "redis-"));
});
afterEach(() => {
  service?.kill();
  rmSync(folder, {recursive: true, force: true});
});

async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return answer.toString().trim();
}

describe("the Redis service", () => {
  it("says how to get Redis where there is none", () => {
    const said = execFileSync(python, [script], {env: {...process.env, PATH: folder}, encoding: "utf8"});
    expect(JSON.parse(said)).toEqual({
      unsupported: "redis-server was not found: install Redis, such as Debian's redis-server"
    });
  });

  // Redis is no part of the project: where it is not installed, only the sentence above can be tested.
  it.skipIf(!installed)(
    "answers on its port and ends, leaving nothing behind, when standard input closes",
    async () => {
      service = spawn(python, [script], {env: {...process.env, TMPDIR: folder}, stdio: ["pipe", "pipe", "inherit"]});
      const [line] = (await once(createInterface({input: service.stdout!}), "line")) as [string];
      const {port, url} = JSON.parse(line) as {port: number; url: string};
      expect(url).toBe(`redis://127.0.0.1:${port}/0`);
      expect(await ask(port, "PING")).toBe("+PONG");
      service.stdin!.end();
      expect(await once(service, "exit")).toEqual([0, null]);
      await expect(ask(port, "PING")).rejects.toThrow("ECONNREFUSED");
      expect(readdirSync(folder)).toEqual([]);
    }
  );
});
