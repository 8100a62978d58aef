// npm run release: everything that a machine needs besides Node, in release/: the page, the server in one file, an SBOM and the
// licences of what they contain. `npm pack` packs it, deploy/Containerfile and deploy/systemd run it.
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { buildServer } from "./build-server.mjs";
import { licenceTable, licenceTexts } from "./licences.mjs";
import { sbom } from "./sbom.mjs";

const root = join(import.meta.dirname, "..");
const release = join(root, "release");

rmSync(release, { recursive: true, force: true });
// Into its own folder: what `npm start` serves from dist/ meanwhile stays whole.
await build({ root, logLevel: "warn", build: { outDir: join(release, "dist") } });
const weighed = spawnSync(process.execPath, [join(import.meta.dirname, "bundle-size.mjs"), "release/dist"], {
  stdio: "inherit",
});
if (weighed.status !== 0) process.exit(weighed.status ?? 1);
await buildServer(release);
writeFileSync(join(release, "sbom.cdx.json"), sbom(root));
writeFileSync(join(root, "docs/licences.md"), licenceTable(root));
writeFileSync(join(release, "THIRD-PARTY.txt"), licenceTexts(root));
copyFileSync(join(root, "LICENSE"), join(release, "LICENSE"));
