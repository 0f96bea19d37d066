import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
  },
});
