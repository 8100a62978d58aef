// What a release is made of, for a machine to read: CycloneDX, by npm itself.
import { execFileSync } from "node:child_process";

const isDevelopment = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");

/** The text of `sbom.cdx.json`: the packages of docs/licences.md and our own. Throws where npm fails. */
export function sbom(root) {
  const text = execFileSync("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  const all = JSON.parse(text);
  // Told to leave out what is for development, npm leaves out whatever a package for development needs too: React for one.
  const components = all.components.filter((one) => one.scope !== "optional" && !isDevelopment(one));
  const known = new Set([all.metadata.component, ...components].map((one) => one["bom-ref"]));
  const dependencies = all.dependencies
    .filter(({ ref }) => known.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((ref) => known.has(ref)) }));
  return `${JSON.stringify({ ...all, components, dependencies }, undefined, 2)}\n`;
}
