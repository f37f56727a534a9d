import {element} from "./element.ts";

/** A box in which a wide table scrolls by itself; reachable by keyboard, as whatever scrolls must be. */
export function scrollBox(content: Element, label: string): HTMLDivElement {
  const make = element(content.ownerDocument);
  return make("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": label}, [content]);
}
