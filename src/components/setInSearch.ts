/** The search part of an address with some of its values set, or left out where null; all others stay. */
export function setInSearch(search: string, values: Readonly<Record<string, string | null>>): string {
  const made = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) made.delete(name);
    else made.set(name, value);
  }
  const text = made.toString();
  return text === "" ? "" : `?${text}`;
}
