/** A copy of a build whose time goes faster. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { FastClock } from "./fast-time.ts";
import { BUILT, type Target } from "../targets.ts";

async function clockScript({ from, speed }: FastClock): Promise<string> {
  const outDir = `${BUILT}/fast/clock`;
  await build({
    configFile: false,
    logLevel: "warn",
    define: { FAST_FROM: String(from), FAST_SPEED: String(speed) },
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      minify: true,
      lib: {
        entry: fileURLToPath(new URL("clock.ts", import.meta.url)),
        name: "benchClock",
        formats: ["iife"],
        fileName: () => "clock.js",
      },
    },
  });
  return readFile(`${outDir}/clock.js`, "utf8");
}

/** Copies a page's build and puts the fast clock before each of its scripts. */
export async function fastCopy<T extends Target>(target: T, clock: FastClock): Promise<T> {
  const distDir = `${BUILT}/fast/${target.name}`;
  await rm(distDir, { recursive: true, force: true });
  await cp(target.distDir, distDir, { recursive: true });
  const script = await clockScript(clock);
  const files = await readdir(distDir, { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const path = join(distDir, file);
    await writeFile(path, `${script}\n${await readFile(path, "utf8")}`);
  }
  return { ...target, distDir };
}
