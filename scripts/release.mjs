// npm run release: everything that a machine needs besides Node, in release/: the page, the server in one file, an SBOM by npm
// and the licences of what they contain. deploy/Containerfile and deploy/systemd run what it makes.
import { spawnSync } from "node:child_process";
import { cpSync, copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildServer } from "./build-server.mjs";
import { licenceTable, licenceTexts } from "./licences.mjs";

const root = join(import.meta.dirname, "..");
const release = join(root, "release");

/** What npm prints; ends the process where npm fails. */
function npm(args, stdout) {
  const { status, stdout: text } = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", stdout, "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
  return text;
}

rmSync(release, { recursive: true, force: true });
npm(["run", "build"], "inherit");
cpSync(join(root, "dist"), join(release, "dist"), { recursive: true });
await buildServer(release);
writeFileSync(
  join(release, "sbom.cdx.json"),
  npm(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], "pipe"),
);
writeFileSync(join(root, "docs/licences.md"), licenceTable(root));
writeFileSync(join(release, "THIRD-PARTY.txt"), licenceTexts(root));
copyFileSync(join(root, "LICENSE"), join(release, "LICENSE"));
