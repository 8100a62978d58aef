// What a release is made of that others wrote: the runtime dependencies as the lockfile has them, and their licences.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));

/** Runtime dependencies that are installed everywhere; what only tests and the build need is left out, and so is a platform's own binary. */
export function runtimePackages(root) {
  return Object.entries(read(root, "package-lock.json").packages)
    .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.link)
    .filter(([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional)
    .map(([path]) => {
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
    "The page and the server are made of these packages; `npm start` runs the server with tsx and esbuild, whose binary for a",
    "platform has esbuild's licence. `npm run release` writes this page, and the licences in full beside what it makes.",
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
