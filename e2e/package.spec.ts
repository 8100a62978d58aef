import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand, startCommand } from "./support/command.ts";
import { live, rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

// The command runs on the machine's clock.
test.use({ clock: { offsetMs: 0, now: Date.now } });

/** Of a package, unpacked. */
const MOST_BYTES = 1_500_000;

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);

test("npm pack gives a package that shows the dashboard on a machine without the repository", async ({
  page,
}) => {
  // It builds page and server first.
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "dashboard-package-"));
  try {
    await runCommand("npm", ["pack", "--pack-destination", folder]);
    const [tarball = ""] = readdirSync(folder);
    expect(tarball).toMatch(/^decthings-debug-dashboard-\d+\.\d+\.\d+\.tgz$/u);
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    // It needs no other package, so no registry is asked.
    await runCommand("npm", ["install", "--offline", "--no-audit", "--no-fund", `../${tarball}`], elsewhere);
    const installed = join(elsewhere, "node_modules");
    expect(readdirSync(installed).filter((name) => !name.startsWith("."))).toEqual([
      "decthings-debug-dashboard",
    ]);
    const unpacked = join(installed, "decthings-debug-dashboard");
    expect(readdirSync(unpacked).toSorted()).toEqual(["LICENSE", "README.md", "package.json", "release"]);
    expect(readdirSync(join(unpacked, "release")).toSorted()).toEqual([
      "LICENSE",
      "THIRD-PARTY.txt",
      "dist",
      "sbom.cdx.json",
      "server.mjs",
    ]);
    expect(JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"))).toMatchObject({
      license: "MIT",
      version: /-(\d+\.\d+\.\d+)\.tgz$/u.exec(tarball)?.[1],
    });
    expect(bytesIn(unpacked)).toBeLessThanOrEqual(MOST_BYTES);

    const command = await startCommand(["--offline", "decthings-debug-dashboard", "--port", "0"], {
      program: "npx",
      cwd: elsewhere,
    });
    try {
      await page.goto(command.address);
      await expect(rows(page).first()).toBeVisible();
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await expect(page.getByText("sample data")).toBeVisible();
    } finally {
      // A page that lacks its server complains.
      await page.close();
      await command.stop();
    }
    await expect(fetch(command.address)).rejects.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
