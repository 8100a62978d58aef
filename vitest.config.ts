import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests of what is there once in a page and only goes forward: they want a page of their own. */
const ALONE = ["src/features/since/use-look.test.tsx", "src/app/use-shortcuts.test.tsx"];

// Components need a document, and the servers and the pure domain must not find one. A process for each file would take most of
// the time, so files share theirs, and what is left of one is taken away before the next.
export default defineConfig({
  test: {
    // All the cores: nothing else runs meanwhile. Unasked it leaves one idle, which is half of the smallest machine.
    maxWorkers: availableParallelism(),
    // Far longer than anything takes: what it takes on a machine that is busy with other things says nothing of the code.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          isolate: false,
          include: ["{packages,scripts,test,bench}/**/*.test.ts", "src/domain/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "page",
          environment: "happy-dom",
          isolate: false,
          setupFiles: ["test/leave-nothing.ts"],
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: ["src/domain/**", ...ALONE],
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          environment: "happy-dom",
          include: ALONE,
        },
      },
    ],
  },
});
