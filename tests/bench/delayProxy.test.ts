import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";

const services = join(import.meta.dirname, "..", "..", "bench", "services");

function runPython(script: string): unknown {
  const env = {...process.env, PYTHONPATH: services, PYTHONDONTWRITEBYTECODE: "1"};
  return JSON.parse(execFileSync(findPython().command, ["-c", script], {env, encoding: "utf8", timeout: 30_000}));
}

it("adds at least the round trip asked for", () => {
  const added = runPython("import delay_proxy; print(delay_proxy.added_round_trip(0.02))");
  expect(added).toBeGreaterThanOrEqual(0.0199);
});

it("passes every byte and the end on, in order, and holds back the time but not the amount", () => {
  // One round trip a megabyte would take two seconds; the whole takes little more than one round trip.
  const [same, seconds] = runPython(`
import json, socket, threading, time, delay_proxy as d
listener = socket.create_server((d.HOST, 0))
threading.Thread(target=d.echo, args=(listener,), daemon=True).start()
host, port, stop = d.start_proxy(d.HOST, listener.getsockname()[1], 0.1)
sent = bytes(range(256)) * 80_000
got = bytearray()
with socket.create_connection((host, port)) as connection:
    def send():
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
    began = time.perf_counter()
    threading.Thread(target=send).start()
    while data := connection.recv(1 << 20):
        got += data
print(json.dumps([got == sent, time.perf_counter() - began]))
stop()`) as [boolean, number];
  expect(same).toBe(true);
  expect(seconds).toBeGreaterThanOrEqual(0.1);
  expect(seconds).toBeLessThan(1.5);
});

it("ends when told to: nothing listens there any more", () => {
  const refused = runPython(`
import json, socket, delay_proxy as d
host, port, stop = d.start_proxy(d.HOST, 9, 0)
socket.create_connection((host, port)).close()
stop()
try:
    socket.create_connection((host, port)).close()
    print("false")
except ConnectionRefusedError:
    print("true")`);
  expect(refused).toBe(true);
});
