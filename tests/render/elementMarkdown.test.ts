import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {elementMarkdown} from "../../loaders/elementMarkdown.ts";

const first = (html: string) => new JSDOM(html).window.document.body.firstElementChild!;

test("paragraphs and tables come in their order, a bar in a cell escaped", () => {
  const html =
    "<div><p>The  answer.</p><p></p><div><table><caption>Tools</caption><thead><tr><th>Tool</th><th>Time</th></tr></thead><tbody><tr><th>a|b</th><td>1 s</td></tr></tbody></table></div></div>";
  expect(elementMarkdown(first(html))).toBe(
    "The answer.\n\n*Tools*\n\n| Tool | Time |\n| --- | --- |\n| a\\|b | 1 s |"
  );
});

test("a table alone needs no box around it", () => {
  expect(elementMarkdown(first("<table><tr><th>A</th></tr><tr><td>1</td></tr></table>"))).toBe("| A |\n| --- |\n| 1 |");
});

test("lists keep their levels, and lose the links that lead round a page", () => {
  const html =
    "<ul><li><div><p>Long?</p><ul><li><p>no</p><p>Keep it. <a href='./'>the planner</a></p></li><li>yes</li></ul></div></li></ul>";
  expect(elementMarkdown(first(html))).toBe("- Long?\n  - no – Keep it.\n  - yes");
});
