import {describe, expect, it} from "vitest";

/**
 * What holds for every chart, each given as a function of its width: it draws what it drew (`snapshots/<name>.svg`), is one
 * image with a text alternative that fits `alternative` and no names inside, and keeps to a narrow width.
 */
export function describeCharts(
  charts: Readonly<Record<string, (width: number) => Element>>,
  alternative = /\w{4}/
): void {
  describe.each(Object.entries(charts))("%s", (name, draw) => {
    it("draws what it drew", async () => {
      await expect(draw(640).outerHTML + "\n").toMatchFileSnapshot(`snapshots/${name}.svg`);
    });

    it("is one image with a text alternative and no names inside", () => {
      const svg = draw(640);
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("aria-label")).toMatch(alternative);
      expect(svg.querySelectorAll("[aria-label]")).toHaveLength(0);
    });

    it("keeps to a narrow width", () => {
      expect(draw(343).getAttribute("viewBox")).toMatch(/^0 0 343 /);
    });
  });
}
