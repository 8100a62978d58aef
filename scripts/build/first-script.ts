import { join } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.ts";

/** Puts a module of the page into a script of its own, which the browser runs before it has fetched the others. */
export function firstScript(path: string): Plugin {
  return {
    name: "decthings-debug-dashboard:first-script",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: join(ROOT, path) });
    },
    generateBundle(_, bundle) {
      // Where the page imports it too, it is in a chunk of theirs, and its own has nothing left to do but to import that.
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === "chunk" && chunk.facadeModuleId?.endsWith(path) && chunk.moduleIds.length === 0)
          delete bundle[file];
    },
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const first = Object.values(bundle).find(
          (chunk) => chunk.type === "chunk" && chunk.moduleIds.some((id) => id.endsWith(path)),
        );
        if (first === undefined) throw new Error(`${path} is in no script of its own.`);
        return [
          {
            tag: "script",
            attrs: { type: "module", crossorigin: true, src: `/${first.fileName}` },
            injectTo: "head-prepend",
          },
        ];
      },
    },
  };
}
