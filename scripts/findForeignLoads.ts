const loading = [
  ["script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src]", "src"],
  ["link[href]:not([rel=canonical]):not([rel=license])", "href"],
  ["object[data]", "data"],
  ["image[href], use[href]", "href"]
] as const;

/** Addresses on other hosts that a browser would fetch for this page. Links that a reader may follow are none. */
export function findForeignLoads(document: Document): string[] {
  const isForeign = (address: string) => /^(https?:)?\/\//.test(address.trim());
  const addresses = loading.flatMap(([selector, attribute]) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? "")
  );
  const styles = [...document.querySelectorAll("style, [style]")].flatMap((element) =>
    [...`${element.textContent} ${element.getAttribute("style") ?? ""}`.matchAll(/url\(\s*["']?([^"')]+)/g)].map(
      ([, url = ""]) => url
    )
  );
  const imports = [...document.querySelectorAll("script:not([src])")].flatMap((script) =>
    [
      ...script.textContent!.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\bfetch\(\s*)["'`]((?:https?:)?\/\/[^"'`]+)/g)
    ].map(([, url = ""]) => url)
  );
  return [...addresses, ...styles, ...imports].filter(isForeign);
}
