import {describe, expect, it} from "vitest";
import {includeFiles} from "../../loaders/includeFiles.ts";

const files: Record<string, string> = {
  "tools/a.md": "---\nslug: a\n---\n\n## Overview\n\nText.\n\n```\n## no heading\n```\n\n### Deep",
  "tools/open.md": "---\nslug: a\n"
};
const read = (path: string): string => {
  const text = files[path];
  if (text === undefined) throw new Error("ENOENT");
  return text;
};
const textOf = (source: string) => includeFiles(source, "chapters/x.md", read).map(({text}) => text);

describe("includeFiles", () => {
  it("puts the body of a file, without its front matter, in place of the line", () => {
    expect(textOf("before\n{{include tools/a.md}}\nafter")).toEqual([
      "before",
      "",
      "## Overview",
      "",
      "Text.",
      "",
      "```",
      "## no heading",
      "```",
      "",
      "### Deep",
      "after"
    ]);
  });

  it("moves headings down to the level asked for and leaves code alone", () => {
    const lines = textOf("{{include tools/a.md level=4}}");
    expect(lines).toContain("#### Overview");
    expect(lines).toContain("##### Deep");
    expect(lines).toContain("## no heading");
  });

  it("tells of each line the file and the number where it was written", () => {
    const lines = includeFiles("one\n{{include tools/a.md}}\nthree", "chapters/x.md", read);
    expect(lines[0]).toEqual({text: "one", file: "chapters/x.md", line: 1});
    expect(lines[2]).toEqual({text: "## Overview", file: "tools/a.md", line: 5});
    expect(lines.at(-1)).toEqual({text: "three", file: "chapters/x.md", line: 3});
  });

  it("names the place of a line that includes an unknown file", () => {
    expect(() => textOf("one\n{{include tools/b.md}}")).toThrow(
      "chapters/x.md:2: cannot include tools/b.md, there is no such file under data/"
    );
  });

  it("refuses front matter that is not closed", () => {
    expect(() => textOf("{{include tools/open.md}}")).toThrow("tools/open.md:1: front matter is not closed");
  });
});
