/** A copy of a build whose time goes faster. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Page } from "@playwright/test";
import { type FastClock, fastTime } from "./fast-time.ts";
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
    // The packed copy beside it would be served in its place, and has no fast clock.
    await rm(`${path}.br`, { force: true });
    await writeFile(path, `${script}\n${await readFile(path, "utf8")}`);
  }
  return { ...target, distDir };
}

/** How far a page's clock may be off while the machine is busy, ms of the machine's time. */
const SLACK_MS = 500;

/** Throws where a page goes by another clock: what would be measured then is not what it is called. */
export async function mustGoBy(clock: FastClock, page: Page): Promise<void> {
  const told = await page.evaluate(() => Date.now());
  const off = Math.abs(told - fastTime(clock, Date.now()));
  if (off > SLACK_MS * clock.speed)
    throw new Error(`The page's clock is off by ${Math.round(off / 1_000)} s.`);
}
