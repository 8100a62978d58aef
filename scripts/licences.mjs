// What a release is made of that others wrote: the packages that are built into the page and the server, as the lockfile has them, and
// their licences.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));

/** What the page imports. It is built into it, so nobody who runs a release installs it; test/release.test.ts compares it with `src`. */
export const PAGE_LIBRARIES = ["@tanstack/react-query", "react", "react-dom", "wouter"];

/** Where a package that another one needs is installed: as near to it as can be. */
function placeOf(locked, name, from) {
  const folders = [...from.matchAll(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+/g)];
  const parents = folders.map(({ index, 0: text }) => `${from.slice(0, index + text.length)}/`);
  return ["", ...parents]
    .toReversed()
    .map((parent) => `${parent}node_modules/${name}`)
    .find((path) => path in locked);
}

/** The packages that page and server are built of, and what these need, sorted by name. */
export function runtimePackages(root) {
  const locked = read(root, "package-lock.json").packages;
  const workspaces = Object.keys(locked).filter((path) => path.startsWith("packages/"));
  const wanted = [
    ...PAGE_LIBRARIES,
    ...workspaces.flatMap((path) => Object.keys(locked[path].dependencies ?? {})),
  ].map((name) => placeOf(locked, name, ""));
  const found = new Set();
  while (wanted.length > 0) {
    const path = wanted.pop();
    if (path === undefined || found.has(path) || locked[path].link) continue;
    found.add(path);
    wanted.push(...Object.keys(locked[path].dependencies ?? {}).map((name) => placeOf(locked, name, path)));
  }
  return [...found]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((path) => {
      const { name, version, license } = read(root, path, "package.json");
      return { name, version, licence: license, path };
    });
}

/** docs/licences.md, whole. */
export function licenceTable(root) {
  const rows = runtimePackages(root).map(({ name, version, licence }) => [name, version, licence]);
  const head = ["package", "version", "licence"];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  return [
    "# Licences",
    "",
    "The page and the server of a release are built of these packages. `npm run release` writes this page, and puts the licences in",
    "full beside what it makes.",
    "",
    line(head),
    line(widths.map((width) => "-".repeat(width))),
    ...rows.map(line),
    "",
  ].join("\n");
}

/** The licences in full, one package after the other. */
export function licenceTexts(root) {
  return runtimePackages(root)
    .map(({ name, version, licence, path }) => {
      const file = readdirSync(join(root, path)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
      const text =
        file === undefined ? "It brings no licence file." : readFileSync(join(root, path, file), "utf8");
      return `${name} ${version}: ${licence}\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
