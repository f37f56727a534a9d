/** Names under which the data speak of a tool besides its slug: the parts of a page that holds several, and what a source calls it. */
const others: Readonly<Record<string, readonly string[]>> = {
  "concurrent-futures": [
    "concurrent-futures-thread",
    "concurrent-futures-process",
    "concurrent-futures-interpreter",
    "subinterpreters"
  ],
  "concurrent-futures-interpreter": ["subinterpreters"],
  "concurrent-futures-thread": ["free-threaded-cpython"],
  multiprocessing: ["default-start-method"],
  "serial-optimised": ["numpy-blas"],
  threading: ["free-threaded-cpython"]
};

/** Every name under which measurements, published figures and pitfalls of a tool's page stand; its slug first. */
export function toolSubjects(slug: string): readonly string[] {
  return [slug, ...(others[slug] ?? [])];
}
