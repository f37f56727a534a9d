/** What came of asking for an address. */
export interface Probe {
  readonly address: string;
  /** there: answered; moved: answered from another address; gone: not found; refused: wants a person or a key; unreachable: no answer. */
  readonly state: "there" | "moved" | "gone" | "refused" | "unreachable";
  /** What was answered, or what went wrong. */
  readonly detail: string;
}

type Fetch = (address: string, options: RequestInit) => Promise<Response>;

const gone = new Set([404, 410]);

/** The same page under another form is not moved: a slash at the end, `www.`, letters. */
const sameForm = (a: string, b: string) => {
  const form = (address: string) =>
    address
      .replace(/#.*$/, "")
      .replace(/^https?:\/\/(www\.)?/, "")
      .replace(/\/+$/, "")
      .toLowerCase();
  return form(a) === form(b);
};

/** Asks for one address, following where it leads; never throws. `fetch` is handed in, so that a test needs no network. */
export async function probeAddress(
  address: string,
  {fetch, seconds = 20}: {readonly fetch: Fetch; readonly seconds?: number}
): Promise<Probe> {
  try {
    const ask = (method: string) =>
      fetch(address, {
        method,
        redirect: "follow",
        signal: AbortSignal.timeout(seconds * 1000),
        headers: {"user-agent": "when-parallel-pays link check"}
      });
    let answer = await ask("HEAD");
    // Some servers know no HEAD, or say of it what is not true of the page.
    if (!answer.ok) answer = await ask("GET");
    await answer.body?.cancel();
    const said = `${answer.status} ${answer.statusText}`.trim();
    if (gone.has(answer.status)) return {address, state: "gone", detail: said};
    if (!answer.ok) return {address, state: "refused", detail: said};
    return answer.url === "" || sameForm(answer.url, address)
      ? {address, state: "there", detail: said}
      : {address, state: "moved", detail: answer.url};
  } catch (error) {
    const {message, cause} = error as Error;
    return {address, state: "unreachable", detail: cause instanceof Error ? cause.message : message};
  }
}
