import { defineConfig } from "vitest/config";

// Two projects, because components need a document, and the servers and the pure domain must not find one.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["{packages,scripts,test,bench}/**/*.test.ts", "src/domain/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "page",
          environment: "happy-dom",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: ["src/domain/**"],
        },
      },
    ],
  },
});
