/** What a request needs of the world: tests hand in their own. */
export interface FetchEffects {
  readonly fetch: (url: string) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const attempts = 5;
const firstWaitMilliseconds = 1000;
const longestWaitMilliseconds = 60_000;

/** No answer came at all: no network, or no such host. */
export class Offline extends Error {}

/**
 * The text at an address. Tries again where the vendor asks to wait (429, with its Retry-After) or fails (5xx), each time
 * twice as long; where no connection can be made at all it throws `Offline` after as many attempts. Other answers throw.
 */
export async function fetchPatiently(url: string, {fetch, sleep}: FetchEffects): Promise<string> {
  let last: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await sleep(waitOf(attempt, last));
    try {
      const response = await fetch(url);
      if (response.ok) return await response.text();
      last = response;
      if (response.status !== 429 && response.status < 500) break;
    } catch (error) {
      last = error;
    }
  }
  if (last instanceof Response) throw new Error(`${url} answered ${last.status} ${last.statusText}`.trimEnd());
  throw new Offline(`no connection to ${new URL(url).host}: ${last instanceof Error ? last.message : String(last)}`);
}

function waitOf(attempt: number, last: unknown): number {
  const asked = last instanceof Response ? Number(last.headers.get("retry-after")) * 1000 : NaN;
  const doubled = firstWaitMilliseconds * 2 ** (attempt - 1);
  return Math.min(longestWaitMilliseconds, asked > 0 ? asked : doubled);
}
