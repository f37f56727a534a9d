/** The place of a chapter's figure on the page: `figure[data-figure=name]` with all of these settings. */
export function findFigure(
  document: Document,
  name: string,
  settings: Readonly<Record<string, string>>
): Element | undefined {
  return [...document.querySelectorAll(`[data-figure="${name}"]`)].find((place) =>
    Object.entries(settings).every(([key, value]) => place.getAttribute(`data-${key}`) === value)
  );
}
