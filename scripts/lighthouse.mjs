// npm run lighthouse: Lighthouse's scores for the list, on the build in dist/. Lighthouse is 150 packages, so it is no dependency:
// npm fetches it for the occasion. Accessibility and best practices must be whole; performance is the machine's too, and is told.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CHROMIUM_ARGS, findBrowser } from "./browser.mjs";

// The last one that runs on Node 20.
const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices"];

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "dashboard-lighthouse-"));
const server = spawn(
  process.execPath,
  ["--import", "tsx", "packages/gateway/src/main.ts", "--port", "0", "--sessions", "25"],
  { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
);
try {
  let address;
  for await (const line of createInterface(server.stdout)) {
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address !== undefined) break;
  }
  const report = join(folder, "report.json");
  const flags = ["--headless=new", ...CHROMIUM_ARGS].join(" ");
  const { status } = spawnSync(
    "npx",
    [
      "--yes",
      `--package=${LIGHTHOUSE}`,
      "lighthouse",
      `${address}/`,
      "--preset=desktop",
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
      `--only-categories=${CATEGORIES.join(",")}`,
      `--chrome-flags=${flags}`,
    ],
    {
      cwd: folder,
      stdio: "inherit",
      env: { ...process.env, CHROME_PATH: findBrowser({ whole: true })?.executablePath },
    },
  );
  if (status !== 0) throw new Error("Lighthouse failed.");
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  for (const name of CATEGORIES) {
    const { score, auditRefs } = categories[name];
    console.log(`${name.padEnd(16)} ${Math.round(score * 100)}`);
    for (const { id, weight } of auditRefs)
      if (weight > 0 && (audits[id].score ?? 1) < 1)
        console.log(`  ${id}: ${Math.round(audits[id].score * 100)} (${audits[id].displayValue ?? ""})`);
    if (name !== "performance" && score < 1) process.exitCode = 1;
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
