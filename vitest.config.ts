import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "wm-customer-api/testing": source("src/testing/index.ts"),
      "wm-customer-api": source("src/index.ts"),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/mock.ts"],
    reporters: ["default", "./test/support/reporter.ts"],
    // Two files at a time, each worker with one copy of the modules: TypeScript, Prism and the merged spec are loaded once, not once for each file.
    maxWorkers: 2,
    isolate: false,
    // For a busy machine; no test waits for a limit.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
