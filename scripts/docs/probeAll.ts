import {type Probe} from "./probeAddress.ts";

/** Asks for all addresses, a few at a time and never two of one host at once; the answers come in the order of the addresses. */
export async function probeAll(
  addresses: readonly string[],
  probe: (address: string) => Promise<Probe>,
  {atOnce = 8, say = () => {}}: {readonly atOnce?: number; readonly say?: (done: number) => void} = {}
): Promise<readonly Probe[]> {
  const found = new Map<string, Probe>();
  const waiting = [...addresses];
  const busy = new Set<string>();
  const hostOf = (address: string) => new URL(address).host;
  const work = async (): Promise<void> => {
    for (;;) {
      const place = waiting.findIndex((address) => !busy.has(hostOf(address)));
      // What is left belongs to hosts that another worker is asking: that worker will come to it.
      if (place < 0) return;
      const [address] = waiting.splice(place, 1) as [string];
      busy.add(hostOf(address));
      found.set(address, await probe(address));
      busy.delete(hostOf(address));
      say(found.size);
    }
  };
  await Promise.all(Array.from({length: atOnce}, work));
  return addresses.map((address) => found.get(address) as Probe);
}
