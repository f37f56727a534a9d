import {describe, expect, it} from "vitest";
import {probeAddress} from "../../scripts/docs/probeAddress.ts";
import {probeAll} from "../../scripts/docs/probeAll.ts";

/** A server that answers by address: a status, or where it leads. */
const answers: Readonly<Record<string, (method: string) => Response | Error>> = {
  "https://a.org/good": () => new Response(null, {status: 200}),
  "https://a.org/no-head": (method) => new Response(null, {status: method === "HEAD" ? 405 : 200}),
  "https://a.org/gone": () => new Response(null, {status: 404, statusText: "Not Found"}),
  "https://a.org/closed": () => new Response(null, {status: 403}),
  "https://a.org/old": () => Object.defineProperty(new Response(null), "url", {value: "https://b.org/new"}),
  "https://a.org/slash": () => Object.defineProperty(new Response(null), "url", {value: "https://www.a.org/slash/"}),
  "https://c.org/dead": () => new TypeError("fetch failed", {cause: new Error("getaddrinfo ENOTFOUND c.org")})
};
const fetch = async (address: string, {method = "GET"}: RequestInit) => {
  const answer = answers[address]!(method);
  if (answer instanceof Error) throw answer;
  return answer;
};

describe("probeAddress", () => {
  it.each([
    ["good", "there", "200"],
    ["no-head", "there", "200"],
    ["gone", "gone", "404 Not Found"],
    ["closed", "refused", "403"],
    ["old", "moved", "https://b.org/new"],
    ["slash", "there", "200"]
  ])("%s is %s", async (name, state, detail) => {
    const address = `https://a.org/${name}`;
    expect(await probeAddress(address, {fetch})).toEqual({address, state, detail});
  });

  it("says what went wrong where nobody answers", async () => {
    const address = "https://c.org/dead";
    expect(await probeAddress(address, {fetch})).toMatchObject({
      state: "unreachable",
      detail: "getaddrinfo ENOTFOUND c.org"
    });
  });
});

describe("probeAll", () => {
  it("asks for each once, in the order given, and never two of one host at once", async () => {
    const addresses = ["https://a.org/1", "https://a.org/2", "https://b.org/1", "https://a.org/3"];
    const open = new Set<string>();
    const asked: string[] = [];
    const found = await probeAll(
      addresses,
      async (address) => {
        const {host} = new URL(address);
        expect(open.has(host)).toBe(false);
        open.add(host);
        asked.push(address);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open.delete(host);
        return {address, state: "there", detail: "200"};
      },
      {atOnce: 3}
    );
    expect(found.map(({address}) => address)).toEqual(addresses);
    expect(asked.toSorted()).toEqual(addresses.toSorted());
  });
});
