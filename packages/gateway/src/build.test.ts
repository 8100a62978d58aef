import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryOf } from "../test/support.ts";
import { build, isStale } from "./build.ts";

const old = new Date("2026-01-01T00:00:00Z");
const built = new Date("2026-01-01T00:01:00Z");
const newer = new Date("2026-01-01T00:02:00Z");

/** A checkout whose sources are older than its build. */
function checkout(): string {
  const root = directoryOf({
    "index.html": "",
    "package.json": "{}",
    "src/main.tsx": "",
    "src/domain/states.ts": "",
    "src/domain/states.test.ts": "",
    "dist/index.html": "",
  });
  const sources = ["index.html", "package.json", "src/main.tsx", "src/domain/states.ts", "src/domain", "src"];
  for (const path of sources) utimesSync(join(root, path), old, old);
  utimesSync(join(root, "dist/index.html"), built, built);
  return root;
}

describe("the page's build", () => {
  it("is fresh when nothing changed after it", () => {
    expect(isStale(checkout())).toBe(false);
  });

  it("is stale when it is missing", () => {
    const root = checkout();
    rmSync(join(root, "dist"), { recursive: true });
    expect(isStale(root)).toBe(true);
  });

  it("stays fresh when a test changed", () => {
    const root = checkout();
    utimesSync(join(root, "src/domain/states.test.ts"), newer, newer);
    expect(isStale(root)).toBe(false);
  });

  it.each(["src/domain/states.ts", "index.html", "package.json"])("is stale when %s changed", (path) => {
    const root = checkout();
    utimesSync(join(root, path), newer, newer);
    expect(isStale(root)).toBe(true);
  });

  it("is stale when a source was added or removed", () => {
    const added = checkout();
    mkdirSync(join(added, "public"));
    writeFileSync(join(added, "public/icon.svg"), "");
    const removed = checkout();
    rmSync(join(removed, "src/domain/states.ts"));
    expect([isStale(added), isStale(removed)]).toEqual([true, true]);
  });

  it("says what to do when its tools are not installed", async () => {
    expect(await build(checkout(), "hide")).toBe(
      "The page is not built and its tools are not installed: run npm ci, then npm start.",
    );
  });
});
