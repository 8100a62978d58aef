// What a release is made of, for a machine to read: CycloneDX, by npm itself.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runtimePackages } from "./licences.mjs";

/** The text of `sbom.cdx.json`: the packages of docs/licences.md and our own. Throws where npm fails. */
export function sbom(root) {
  // A build leaves NODE_ENV at production, by which npm would leave out what is for development: to it that is all of the page.
  const text = execFileSync(
    "npm",
    ["sbom", "--include=dev", "--package-lock-only", "--sbom-format", "cyclonedx"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    },
  );
  const all = JSON.parse(text);
  // To npm all that a release is built of is for development, as it needs none of it to be installed.
  const shipped = new Set(runtimePackages(root).map((one) => `${one.name}@${one.version}`));
  const own = new Set(readdirSync(join(root, "packages")));
  const components = all.components.filter((one) => shipped.has(one["bom-ref"]) || own.has(one.name));
  const known = new Set([all.metadata.component, ...components].map((one) => one["bom-ref"]));
  const dependencies = all.dependencies
    .filter(({ ref }) => known.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((ref) => known.has(ref)) }));
  return `${JSON.stringify({ ...all, components, dependencies }, undefined, 2)}\n`;
}
