/** The page's build as `npm start` needs it: made when it is missing or older than what it is made from. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build is made from, relative to the checkout. */
const SOURCES = [
  "src",
  "public",
  "packages/api-client/src",
  "index.html",
  "vite.config.ts",
  "scripts/build",
  "tsconfig.base.json",
  "tsconfig.app.json",
  "package.json",
  "package-lock.json",
] as const;

const isTest = (name: string) => /\.test\.tsx?$/.test(name);

/** Newest change of a file, or of anything in a directory (its own time tells of removals), in epoch ms; 0: absent. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).filter((name) => !isTest(name));
  return Math.max(stats.mtimeMs, ...inside.map((name) => newest(join(path, name))));
}

/** Whether the build in `dist` is missing or older than its sources. */
export function isStale(root: string): boolean {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false });
  return built === undefined || SOURCES.some((source) => newest(join(root, source)) > built.mtimeMs);
}

/** Builds the page with Vite. Resolves with undefined, or with one sentence saying why it could not. */
export function build(root: string, output: "show" | "hide"): Promise<string | undefined> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  if (!existsSync(vite)) {
    return Promise.resolve(
      "The page is not built and its tools are not installed: run npm ci, then npm start.",
    );
  }
  const stdout = output === "show" ? "inherit" : "ignore";
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", stdout, "inherit"],
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`The page could not be built: ${error.message}.`));
    child.once("exit", (code) =>
      resolve(code === 0 ? undefined : "The page could not be built; npm run build shows why."),
    );
  });
}
