import type {Profile} from "../src/schema/matrix.ts";
import type {Experiment} from "../src/schema/sample.ts";
import type {Cell} from "./cell.ts";
import {environmentOf} from "./environmentOf.ts";
import {findPython, type Python} from "./findPython.ts";
import {installTool} from "./installTool.ts";
import type {Places} from "./placesOf.ts";
import {toolBySlug} from "./tools.ts";

/**
 * Makes the environments that the cells need. A tool that cannot be installed is told with its cure, and the rest goes on.
 * Returns the Python of a tool for an experiment; not said which, that of its own environment if a cell needs it.
 */
export function prepareTools(
  places: Places,
  cells: readonly Cell[],
  python: Python,
  profile: Profile,
  log: (line: string) => void
) {
  const pythons = new Map<string, {readonly command: string} | {readonly missing: string}>();
  const key = (slug: string, environment: string) => `${slug} in ${environment}`;
  const needed = new Map(
    cells.map(({tool, experiment}) => {
      const environment = environmentOf(tool, experiment);
      return [key(tool, environment), {slug: tool, environment}];
    })
  );
  for (const [name, {slug, environment}] of needed) {
    const {python: newest} = toolBySlug(slug);
    // The smoke profile is the standard library only, so that tests need no package index.
    if (profile === "smoke") pythons.set(name, {command: python.command});
    else
      try {
        log(`environment ${environment} for ${slug} …`);
        const own = newest === undefined ? python : findPython(newest, places.environments);
        pythons.set(name, {command: installTool(places.environments, places.requirements, environment, own)});
      } catch (error) {
        const missing = `${(error as Error).message}; cure: npm run bench -- --install --tools ${slug}`;
        log(missing);
        pythons.set(name, {missing});
      }
  }
  return (slug: string, experiment: Experiment | null = null) =>
    pythons.get(key(slug, environmentOf(slug, experiment))) ??
    pythons.get(key(slug, environmentOf(slug, "business"))) ?? {missing: `${slug} has no environment`};
}
