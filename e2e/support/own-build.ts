/** Builds of a test's own, which may be renewed or damaged. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./servers.ts";

/** Another name of the same length for a file of code, as if it held something else. */
const renamed = (name: string) => name.replace(/(.)\.js$/u, (_, last) => `${last === "0" ? "1" : "0"}.js`);

export interface OwnBuild {
  readonly dir: string;
  readonly assets: string;
  /** Makes a newer build of it: every file of code gets another name. */
  renew(): void;
  remove(): void;
}

/** A build in a folder of its own. */
export function ownBuild(): OwnBuild {
  const dir = mkdtempSync(join(tmpdir(), "dashboard-build-"));
  cpSync(DIST, dir, { recursive: true, filter: (path) => !path.endsWith(".br") });
  const assets = join(dir, "assets");
  return {
    dir,
    assets,
    renew() {
      const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
      const renew = (from: string, to = from) => {
        const text = readFileSync(from, "utf8");
        writeFileSync(
          to,
          scripts.reduce((renewed, name) => renewed.replaceAll(name, renamed(name)), text),
        );
      };
      // What is under a name never changes: a page that fetches a part meanwhile gets all of one build, or nothing.
      for (const name of scripts) renew(join(assets, name), join(assets, renamed(name)));
      renew(join(dir, "index.html"));
      const worker = join(dir, "service-worker.js");
      renew(worker);
      // As the names of its files do, the name of a build tells it from the one before.
      writeFileSync(worker, readFileSync(worker, "utf8").replace(/"[0-9a-f]{16}"/u, `"${"0".repeat(16)}"`));
      for (const name of scripts) rmSync(join(assets, name));
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}
