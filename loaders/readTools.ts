import {readdir, readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import matter from "gray-matter";
import * as v from "valibot";
import {type Tool, toolSchema} from "../src/schema/tool.ts";

/** The front matter of every `data/tools/<slug>.md`, by slug; throws with file, field and what is allowed. */
export async function readTools(folder = "data/tools"): Promise<readonly Tool[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const result = v.safeParse(toolSchema, matter(await readFile(file, "utf8")).data);
      if (!result.success) {
        const [issue] = result.issues;
        throw new Error(`${file}: ${v.getDotPath(issue) ?? "front matter"}: ${issue.message}`);
      }
      if (result.output.slug !== basename(name, ".md"))
        throw new Error(`${file}: slug must be ${basename(name, ".md")}, got ${result.output.slug}`);
      return result.output;
    })
  );
}
