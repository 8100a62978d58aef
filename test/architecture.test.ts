import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { type Import, importsOf } from "./imports.ts";

const ROOT = join(import.meta.dirname, "..");
const CLIENT = "@decthings/api-client";

interface LayerRow {
  /** The other layers it may import; itself always. */
  readonly layers: readonly string[];
  /** The packages it may import, tests left aside. A `*` at the end stands for any rest. */
  readonly packages: readonly string[];
}

/** Which way imports go. A layer of the page is a folder of `src`; each folder of `features` is a feature. */
const LAYERS: Readonly<Record<string, LayerRow>> = {
  domain: { layers: [], packages: [] },
  url: { layers: ["domain"], packages: ["react", "wouter*"] },
  api: {
    layers: ["domain", "history", "choices"],
    packages: [CLIENT, `${CLIENT}/list`, "react", "@tanstack/react-query", "valibot"],
  },
  history: { layers: ["domain"], packages: ["react"] },
  choices: { layers: ["domain", "history"], packages: ["react"] },
  offline: { layers: [], packages: [] },
  ui: { layers: [], packages: ["react", "react-dom"] },
  styles: { layers: [], packages: [] },
  features: {
    layers: ["ui", "domain", "url", "api", "choices", "history"],
    packages: [CLIENT, "react", "react-dom", "wouter*", "@tanstack/*"],
  },
  app: {
    layers: ["features", "ui", "domain", "url", "api", "choices", "history", "styles"],
    packages: ["react*", "wouter*", "@tanstack/*"],
  },
  main: {
    layers: ["app", "ui", "styles", "api", "choices"],
    packages: ["react", "react-dom*", "@tanstack/react-query"],
  },
};

/** Which package of the workspace may import which. */
const PACKAGES: Readonly<Record<string, LayerRow>> = {
  "api-client": { layers: [], packages: [] },
  simulator: { layers: [], packages: [`${CLIENT}*`, "ws", "valibot", "node"] },
  gateway: {
    layers: [],
    packages: [
      `${CLIENT}*`,
      "@decthings-debug-dashboard/simulator",
      "hono*",
      "@hono/node-server*",
      "prom-client",
      "vite",
      "node",
    ],
  },
};

interface Source {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly imports: readonly Import[];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.split(sep).join("/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("/node_modules/"))
    .map((file) => ({ file, imports: importsOf(readFileSync(join(ROOT, file), "utf8")) }));
}

/** What sets a scroll position: a call, or an assignment. */
const SCROLLS = /\.scroll(?:To|By|IntoView)?\(|\.scroll(?:Top|Left) *[-+]?=(?!=)/;

/** Where a relative import leads, from the root; undefined for a package. */
const targetOf = (file: string, from: string): string | undefined =>
  from.startsWith(".") ? posix.join(posix.dirname(file), from.replace(/\?.*$/, "")) : undefined;

/** The part that names a layer or package: `src/domain/x.ts` -> `domain`, `src/main.tsx` -> `main`. */
const partOf = (file: string): string => (file.split("/")[1] ?? "").replace(/\.tsx?$/, "");
const featureOf = (file: string): string | undefined => /^src\/features\/([^/]+)\//.exec(file)?.[1];

const isBuiltin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
const allows = (allowed: readonly string[], name: string) =>
  allowed.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : entry === name));

const pageSources = sourcesIn("src");
const packageSources = sourcesIn("packages");

const TEST_TOOLS = ["vitest", "fast-check", "@testing-library/*"];

/** Tests and what only they use: known by their name, or by their tools. */
const testFiles = new Set(
  [...pageSources, ...packageSources]
    .filter(
      ({ file, imports }) =>
        /\.test\.tsx?$|\/test\/|-fixture\.tsx?$/.test(file) ||
        imports.some(({ from }) => allows(TEST_TOOLS, from)),
    )
    .map(({ file }) => file),
);
const isTest = (file: string) => testFiles.has(file);

/** Every import that leaves its own layer, as `file -> target`, kept when `breaks` says so. */
function offences(
  sources: readonly Source[],
  breaks: (file: string, imported: Import, target: string | undefined) => boolean,
): readonly string[] {
  return sources.flatMap(({ file, imports }) =>
    imports
      .filter((imported) => breaks(file, imported, targetOf(file, imported.from)))
      .map(({ from }) => `${file} -> ${from}`),
  );
}

describe("the layers of the page", () => {
  it("are those of the table, each of them and no other", () => {
    const onDisk = readdirSync(join(ROOT, "src")).map((name) => name.replace(/\.tsx?$/, ""));
    expect(onDisk.toSorted()).toEqual(Object.keys(LAYERS).toSorted());
  });

  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");

  it("are described by docs/architecture.md as they are", () => {
    const rows = [...page.matchAll(/^\| `src\/(\w+)` +\| ([\w, ]+?) +\|$/gm)];
    const told = rows.map(([, layer, may]) => [layer, may === "nothing" ? [] : may?.split(", ")]);
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(Object.entries(LAYERS).map(([layer, { layers }]) => [layer, layers])),
    );
  });

  it("are drawn there as they are", () => {
    // `features --> ui & domain`: what is left of the client is in the packages' table.
    const arrows = [...page.matchAll(/^ +(\w+) --> ([\w &]+)$/gm)]
      .map(([, from = "", to = ""]) => [from, to.split(" & ")] as const)
      .filter(([from, to]) => from in LAYERS && to.every((layer) => layer in LAYERS));
    const importing = Object.entries(LAYERS).filter(([, { layers }]) => layers.length > 0);
    expect(Object.fromEntries(arrows.map(([from, to]) => [from, to.toSorted()]))).toEqual(
      Object.fromEntries(importing.map(([layer, { layers }]) => [layer, layers.toSorted()])),
    );
  });

  it("import only what the table allows", () => {
    const wrong = offences(pageSources, (file, _, target) => {
      if (target === undefined) return false;
      const [own, other] = [partOf(file), partOf(target)];
      return !target.startsWith("src/") || (own !== other && LAYERS[own]?.layers.includes(other) !== true);
    });
    expect(wrong).toEqual([]);
  });

  it("use only the packages that the table allows", () => {
    const wrong = offences(pageSources, (file, { from, typeOnly }, target) => {
      if (target !== undefined || isTest(file)) return false;
      const types = typeOnly && from === CLIENT;
      return !types && !allows(LAYERS[partOf(file)]?.packages ?? [], from);
    });
    expect(wrong).toEqual([]);
  });

  it("know no server and no Node, tests included", () => {
    const wrong = offences(
      pageSources,
      (_, { from }) => from.startsWith("@decthings-debug-dashboard/") || isBuiltin(from),
    );
    expect(wrong).toEqual([]);
  });

  it("keep features apart: only app composes them", () => {
    const wrong = offences(pageSources, (file, _, target) => {
      const own = featureOf(file);
      const other = target === undefined ? undefined : featureOf(target);
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(wrong).toEqual([]);
  });

  it("go one way: no layer reaches itself through another", () => {
    const reaches = (from: string, to: string, depth = 0): boolean =>
      depth <= Object.keys(LAYERS).length &&
      (LAYERS[from]?.layers ?? []).some((layer) => layer === to || reaches(layer, to, depth + 1));
    expect(Object.keys(LAYERS).filter((layer) => reaches(layer, layer))).toEqual([]);
  });
});

describe("the packages", () => {
  it("are those of the table, each of them and no other", () => {
    expect(readdirSync(join(ROOT, "packages")).toSorted()).toEqual(Object.keys(PACKAGES).toSorted());
  });

  it("import each other by name, in the direction of the table, and never the page", () => {
    const wrong = offences(packageSources, (file, { from }, target) => {
      if (target !== undefined) return !target.startsWith(`packages/${partOf(file)}/`);
      if (isTest(file) && !from.startsWith("@decthings")) return false;
      const allowed = PACKAGES[partOf(file)]?.packages ?? [];
      return !allows(allowed, isBuiltin(from) ? "node" : from);
    });
    expect(wrong).toEqual([]);
  });
});

describe("every source", () => {
  it("imports relative files with their extension", () => {
    const wrong = offences(
      [...pageSources, ...packageSources],
      (_, { from }) => from.startsWith(".") && !/\.(tsx?|css|json|mjs)(\?[a-z&]+)?$/.test(from),
    );
    expect(wrong).toEqual([]);
  });

  it("that ships imports no test, nor what only tests use", () => {
    const wrong = offences(
      [...pageSources, ...packageSources],
      (file, _, target) => !isTest(file) && target !== undefined && isTest(target),
    );
    expect(wrong).toEqual([]);
  });

  it("that scrolls is named by docs/decisions/0007, which says when it does", () => {
    const record = readFileSync(join(ROOT, "docs/decisions/0007-own-virtual-rows.md"), "utf8");
    const named = [...record.matchAll(/`(src\/[^`]+)`(?=:| \()/g)].map(([, file = ""]) => file);
    const scrolling = pageSources.filter(
      ({ file }) => !isTest(file) && SCROLLS.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(scrolling.map(({ file }) => file).toSorted()).toEqual(named.toSorted());
  });

  it("is read: the scan finds files and imports in every layer that has any", () => {
    expect(pageSources.length).toBeGreaterThan(20);
    expect(packageSources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
    expect(relative(ROOT, import.meta.filename)).toBe(join("test", "architecture.test.ts"));
  });
});
