import {createNodeResolver, importX} from "eslint-plugin-import-x";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What each folder may import of ours; everything else of ours is closed to it. */
const allowed = {
  "src/schema": ["src/schema"],
  "src/model": ["src/model", "src/schema", "src/queries"],
  "src/queries": ["src/queries", "src/schema", "src/model"],
  "src/components": ["src/components", "src/schema", "src/model", "src/queries"],
  "src/data": ["src/data", "loaders", "src/schema", "src/model", "src/queries"],
  loaders: ["loaders", "src/schema", "src/model", "src/queries", "src/components", "data"],
  bench: ["bench", "src/schema", "src/model"],
  scripts: ["scripts", "loaders", "src/schema", "src/model", "src/queries"]
};

const folders = [
  ...["src/schema", "src/model", "src/queries", "src/components", "src/data"],
  ...["loaders", "bench", "scripts", "tests", "data", "examples"]
];

const zones = Object.entries(allowed).flatMap(([target, open]) =>
  folders
    .filter((from) => !open.includes(from))
    .map((from) => ({target: `./${target}`, from: `./${from}`, message: `${target} may not import ${from}.`}))
);

export default tseslint.config(
  {ignores: ["node_modules", "dist", "export", ".bench", "src/.observablehq", "src/live"]},
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,mjs}"],
    languageOptions: {globals: {...globals.node, ...globals.browser}},
    plugins: {"import-x": importX},
    settings: {"import-x/resolver-next": [createNodeResolver({extensions: [".ts", ".js", ".json"]})]},
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_"}],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {selector: "ExportAllDeclaration", message: "No barrel files: import from the file that defines the name."}
      ],
      "import-x/no-restricted-paths": ["error", {zones}],
      "import-x/no-cycle": "error",
      "import-x/no-unresolved": "off"
    }
  },
  // Configuration files are what their tools expect: one default export.
  {
    files: ["src/**/*.ts", "loaders/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"],
    rules: {"import-x/no-default-export": "error"}
  }
);
