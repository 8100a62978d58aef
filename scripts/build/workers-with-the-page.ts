import type { Plugin } from "vite";
import { REACT_MODULE } from "./react-as-modules.ts";

/**
 * Builds a worker together with the page, for `import address from "./x.ts?worker&url"`: built apart, as Vite does it, a worker
 * brings its own copy of all that it shares with the page.
 */
export function workersWithThePage(): Plugin {
  return {
    name: "decthings-debug-dashboard:workers-with-the-page",
    apply: "build",
    enforce: "pre",
    async load(id) {
      const [path, query] = id.split("?");
      if (path === undefined || query !== "worker&url") return undefined;
      const chunk = this.emitFile({ type: "chunk", id: path });
      return `export default new URL(import.meta.ROLLUP_FILE_URL_${chunk}, import.meta.url).pathname`;
    },
    generateBundle(_, bundle) {
      const visit = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== "chunk") return;
        if (chunk.moduleIds.some((id) => REACT_MODULE.test(id)))
          this.error(
            "A worker would wait for React: the group `watched` holds what it shares with the page.",
          );
        chunk.imports.forEach(visit);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk" && chunk.facadeModuleId?.endsWith("worker.ts")) visit(chunk.fileName);
    },
  };
}
