// After `vite build`, into dist/ or the folder that is named: what the first view loads, file by file, gzipped, against its
// budget. 1 kB = 1024 bytes, as in the figures that the budget was set by (React and its DOM alone: 66).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

/** All JavaScript of the first view, worker included, gzipped. */
const KB = 1024;
const BUDGET_BYTES = 130 * KB;

/** Begins something that no view waits for: it is asked for once an answer is on the screen. */
const LATER = ["src/offline/service-worker.ts"];

/**
 * The files of the first view: the entry, what it imports statically, and every worker. A worker is built on its own
 * and so is in no chunk of the manifest: any script that is in none counts as one.
 * @param {Readonly<Record<string, import("./bundle-size.mjs").ManifestChunk>>} manifest
 * @param {string[]} scripts every .js file of the build, relative to it
 */
export function firstView(manifest, scripts) {
  const js = new Set();
  const css = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || js.has(chunk.file)) return;
    js.add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry && !LATER.includes(key)) visit(key);
  }
  const chunks = new Set(Object.values(manifest).map(({ file }) => file));
  for (const script of scripts) if (!chunks.has(script)) js.add(script);
  return { js: [...js], css: [...css] };
}

const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} kB`;

function main() {
  const root = join(import.meta.dirname, "..");
  const manifest = JSON.parse(
    readFileSync(join(root, "node_modules/.tmp/page-manifest/manifest.json"), "utf8"),
  );
  const built = join(root, process.argv[2] ?? "dist");
  const scripts = readdirSync(built, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js"));
  const size = (file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).byteLength;
  const { js, css } = firstView(manifest, scripts);
  const rows = [...js, ...css].map((file) => [file, size(file)]);
  const total = rows.slice(0, js.length).reduce((sum, [, bytes]) => sum + bytes, 0);

  console.log("First view, gzipped (1 kB = 1024 bytes):");
  for (const [file, bytes] of rows) console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`);
  console.log(
    `  ${kilobytes(total).padStart(9)}  all JavaScript, of ${kilobytes(BUDGET_BYTES)} (${Math.round((total / BUDGET_BYTES) * 100)} %)`,
  );
  if (total > BUDGET_BYTES) {
    console.error(`The first view is ${kilobytes(total - BUDGET_BYTES)} over its budget.`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
