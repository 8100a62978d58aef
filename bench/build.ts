/** Builds the two controls and the probe that is put into each page; the dashboard itself is built by `npm run build`. */
import react from "@vitejs/plugin-react";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { isStale } from "../packages/gateway/src/build.ts";
import { BUILT, TARGETS } from "./targets.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The probe as one script, for Playwright to run before the page's own. */
export const PROBE = `${BUILT}/probe/probe.js`;

async function buildControl(name: "n" | "c"): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    root: here(`controls/${name}`),
    plugins: [react()],
    build: {
      outDir: TARGETS[name].distDir,
      emptyOutDir: true,
      target: "baseline-widely-available",
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

async function buildProbe(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: `${BUILT}/probe`,
      emptyOutDir: true,
      target: "esnext",
      minify: false,
      lib: {
        entry: here("probe/main.ts"),
        name: "benchProbe",
        formats: ["iife"],
        fileName: () => "probe.js",
      },
    },
  });
}

/** The two controls too. @throws an Error when the dashboard is not built */
export async function buildAll(say: (line: string) => void): Promise<void> {
  await buildOwn(say);
  await buildControl("n");
  await buildControl("c");
}

/** What the dashboard alone is measured with. @throws an Error when it is not built */
export async function buildOwn(say: (line: string) => void): Promise<void> {
  if (!existsSync(`${TARGETS.ours.distDir}/index.html`)) {
    throw new Error("The page is not built: npm run build.");
  }
  if (process.env["BENCH_DIST"] === undefined && isStale(here(".."))) {
    say("dist/ is older than what it is made from: npm run build.");
  }
  await buildProbe();
}
