import {existsSync, readdirSync, readFileSync} from "node:fs";
import matter from "gray-matter";

/** The chapters in reading order; those not written yet are left out. */
const chapters = [
  {name: "One computer", path: "/single-computer-parallelization"},
  {name: "Distributed frameworks", path: "/distributed-computing-frameworks"},
  {name: "Orchestration", path: "/workflow-orchestration"},
  {name: "Performance", path: "/performance-analysis"},
  {name: "Break-even", path: "/break-even"},
  {name: "Scalability", path: "/scalability"},
  {name: "Overhead", path: "/overhead"},
  {name: "Cloud", path: "/cloud-infrastructure"},
  {name: "Cost", path: "/cost"},
  {name: "Recommendations", path: "/implementation-recommendations"},
  {name: "Comparison tables", path: "/comparison-tables"},
  {name: "Evaluation framework", path: "/evaluation-framework"},
  {name: "Methods", path: "/methods"},
  {name: "Sources", path: "/sources"}
];

const categories = ["single-computer", "distributed", "orchestration", "cloud"];
const rankOf = (category: string | undefined) => categories.indexOf(category ?? "");

/** The pages of tools, one a file of data/tools, by category and name. */
const tools = readdirSync("data/tools")
  .filter((file) => file.endsWith(".md"))
  .map((file) => {
    const {name, category} = matter(readFileSync(`data/tools/${file}`, "utf8")).data as Record<string, string>;
    return {name: String(name), category, path: `/tools/${file.slice(0, -".md".length)}`};
  })
  .sort((a, b) => rankOf(a.category) - rankOf(b.category) || a.name.localeCompare(b.name, "en"))
  .map(({name, path}) => ({name, path}));

/** Files for people and programs, at addresses that stay. */
const files = [
  "/data/samples.csv",
  "/data/tools.csv",
  "/data/fits.json",
  "/data/validation.csv",
  "/data/cloud_prices.csv",
  "/data/cloud_limits.csv",
  "/data/published_figures.csv",
  "/data/benchmarks.duckdb",
  "/data/datapackage.json"
];

const exists = (path: string) => ["", ".ts"].some((end) => existsSync(`src${path}${end}`));

const notes = [
  ["/methods", "How it was measured."],
  ["/sources", "Sources."]
].flatMap(([path, text]) => (exists(`${path}.md`) ? [`<a href="${path}">${text}</a>`] : []));

// An inline picture: a page without one asks the server for /favicon.ico.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 13h12M4 13V9M8 13V6M12 13V3' stroke='%232166ac' stroke-width='2.4' fill='none'/%3E%3C/svg%3E";

export default {
  root: "src",
  output: "dist",
  title: "When Parallel Pays",
  home: "When Parallel Pays",
  pages: [
    ...chapters.filter(({path}) => exists(`${path}.md`)),
    {name: "Tools", open: false, pager: "tools", pages: [{name: "All tools", path: "/tools/"}, ...tools]}
  ],
  dynamicPaths: files.filter(exists),
  style: "style.css",
  globalStylesheets: [],
  search: true,
  pager: true,
  toc: {label: "On this page"},
  head: `<link rel="icon" href="${icon}"><meta name="color-scheme" content="light dark">`,
  // Links end in .html, so that any file server finds the page.
  preserveExtension: true,
  footer: ["Every figure is measured, computed or cited.", ...notes].join(" "),
  // Framework's defaults for DuckDB download extensions from its own host.
  duckdb: {extensions: {json: null, parquet: null}},
  // Named in full, so that a loader runs whatever the PATH is.
  interpreters: {".ts": [process.execPath, "--import", "tsx"]}
};
