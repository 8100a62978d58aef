// npm run release: everything that a machine needs besides Node, in release/: the page, the server in one file, an SBOM by npm
// and the licences of what they contain. deploy/Containerfile and deploy/systemd run what it makes.
import { spawnSync } from "node:child_process";
import { cpSync, copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildServer } from "./build-server.mjs";
import { licenceTable, licenceTexts } from "./licences.mjs";
import { sbom } from "./sbom.mjs";

const root = join(import.meta.dirname, "..");
const release = join(root, "release");

rmSync(release, { recursive: true, force: true });
const { status } = spawnSync("npm", ["run", "build"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
  shell: process.platform === "win32",
});
if (status !== 0) process.exit(status ?? 1);
cpSync(join(root, "dist"), join(release, "dist"), { recursive: true });
await buildServer(release);
writeFileSync(join(release, "sbom.cdx.json"), sbom(root));
writeFileSync(join(root, "docs/licences.md"), licenceTable(root));
writeFileSync(join(release, "THIRD-PARTY.txt"), licenceTexts(root));
copyFileSync(join(root, "LICENSE"), join(release, "LICENSE"));
