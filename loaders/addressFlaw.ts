/** Hosts that stand for none: RFC 2606, and the reader's own machine. */
const standIns = /(^|\.)(example\.(com|org|net)|example|invalid|test|localhost)$/;

/** Words that address lists gather on their way and that say nothing of the page. */
const tracking = /^(utm_\w+|fbclid|gclid|ref_src)$/;

/**
 * What is wrong with the form of an external address, or null: no answer of a network is asked for. A good address is
 * https, names a public host, and has no blank, no user, no tracking word and no mark of a sentence at its end.
 */
export function addressFlaw(address: string): string | null {
  if (/\s/.test(address)) return "has a blank";
  if (!URL.canParse(address)) return "is no address";
  const {protocol, hostname, username, password, searchParams} = new URL(address);
  if (protocol !== "https:") return `must begin with https, got ${protocol.slice(0, -1)}`;
  if (username !== "" || password !== "") return "names a user";
  if (!hostname.includes(".") || /^[\d.]+$/.test(hostname) || standIns.test(hostname)) return "names no public host";
  const tracked = [...searchParams.keys()].find((key) => tracking.test(key));
  if (tracked !== undefined) return `carries the tracking word ${tracked}`;
  // A closing bracket belongs to an address that opened one.
  if (/[.,;:!'"]$/.test(address)) return "ends with a mark of the sentence around it";
  return address.includes("(") === address.includes(")") ? null : "has one bracket of two";
}
