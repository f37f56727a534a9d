import {defineConfig} from "vitest/config";

const quiet = {environment: "node", env: {TZ: "UTC"}} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...quiet,
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{bench,site,browser}/**"],
          testTimeout: 30_000
        }
      },
      // Starts processes and times them: one file at a time.
      {
        test: {
          ...quiet,
          name: "bench",
          include: ["tests/bench/**/*.test.ts"],
          testTimeout: 120_000,
          fileParallelism: false
        }
      },
      // Needs dist.
      {
        test: {
          ...quiet,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false
        }
      }
    ]
  }
});
