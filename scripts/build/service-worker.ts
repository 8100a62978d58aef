import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.ts";

const SERVICE_WORKER = "service-worker.js";

/** Builds the service worker with the page, and tells it the files that it keeps: those with a hash in their name. */
export function serviceWorker(): Plugin {
  return {
    name: "decthings-debug-dashboard:service-worker",
    apply: "build",
    buildStart() {
      const id = join(ROOT, "src/offline/service-worker.ts");
      this.emitFile({ type: "chunk", id, fileName: SERVICE_WORKER });
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type !== "chunk" || worker.imports.length > 0)
          throw new Error("The service worker must be one script: not every browser lets it import others.");
        const files = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
        const entry = Object.values(bundle).find(
          (chunk) => chunk.type === "chunk" && chunk.facadeModuleId?.endsWith("/index.html"),
        );
        if (entry === undefined) throw new Error("There is no script that the page begins with.");
        const build = {
          name: createHash("sha256").update(files.toSorted().join()).digest("hex").slice(0, 16),
          entry: `/${entry.fileName}`,
          files: files.toSorted().map((file) => `/${file}`),
        };
        worker.code = worker.code.replace("__BUILD__", () => JSON.stringify(build));
      },
    },
  };
}
