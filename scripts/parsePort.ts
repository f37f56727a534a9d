/** The port in `text`; throws a sentence for anything that is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`--port must be a whole number from 0 to 65535, got ${JSON.stringify(text)}`);
}
