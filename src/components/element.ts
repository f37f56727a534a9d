type Content = Node | string | null | false | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A maker of HTML elements for a document: attributes that are false, null or undefined are left out, text is text. */
export function element(document: Document) {
  return <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Attributes = {},
    content: readonly Content[] = []
  ): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      made.setAttribute(key, value === true ? "" : String(value));
    }
    for (const child of content) if (child !== null && child !== false && child !== undefined) made.append(child);
    return made;
  };
}
