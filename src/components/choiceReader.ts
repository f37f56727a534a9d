/** The text of a name among those allowed; `usual` where there is none or a wrong one. */
export type ChoiceReader = (name: string, allowed: readonly string[], usual: string) => string;

/** Reads choices from an address, and adds a sentence to `problems` for each that it refused. */
export function choiceReader(given: URLSearchParams, problems: string[]): ChoiceReader {
  return (name, allowed, usual) => {
    const text = given.get(name) ?? usual;
    if (allowed.includes(text)) return text;
    problems.push(`${name} must be one of ${allowed.filter((one) => one !== "").join(", ")}, got ${text}`);
    return usual;
  };
}
