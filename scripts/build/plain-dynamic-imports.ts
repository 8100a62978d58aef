import type { Plugin } from "vite";

/**
 * Leaves `import()` as it is written. Vite wraps each in a helper that first fetches the styles and the imports of what is
 * imported; here all styles come with the page, and imports are not preloaded (`modulePreload`), so it has nothing to fetch.
 */
export function plainDynamicImports(): Plugin {
  let isReplaced = false;
  /** Its helper's calls, as they are minified: of all of a file, and of one name of it. */
  const imported = "(import\\(`[^`]+`\\)(?:\\.then\\(e=>e\\.\\w+\\))?)";
  const calls = [
    new RegExp(`[\\w$]+\\(\\(\\)=>${imported},\\[\\]\\)`, "g"),
    new RegExp(
      `[\\w$]+\\(async\\(\\)=>\\{let\\{\\w+:\\w+\\}=await ${imported};return\\{\\w+:\\w+\\}\\},\\[\\]\\)`,
      "g",
    ),
  ];
  return {
    name: "decthings-debug-dashboard:plain-dynamic-imports",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== "\0vite/preload-helper.js") return undefined;
      isReplaced = true;
      return "export const __vitePreload = (load) => load()";
    },
    // After Vite's own, which puts in what is to be fetched first: nothing.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        if (!isReplaced)
          this.error("Vite's helper for dynamic imports is no longer where this build looks for it.");
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          for (const call of calls) chunk.code = chunk.code.replace(call, "$1");
          const [left] = /import\([^)]*\)[^;]{0,80},\[\]\)/.exec(chunk.code) ?? [];
          if (left !== undefined)
            this.error(`The helper is called in a way that this build does not know: ${left}`);
          // Of a file that others import from as well: a copy that is asked for again (`fetch-module.ts`) has other names.
          const [named] = /\(\)=>import\(`[^`]+`\)\.then\(/.exec(chunk.code) ?? [];
          if (named !== undefined) this.error(`What is fetched on demand needs a file of its own: ${named}`);
        }
        const styles = Object.keys(bundle).filter((file) => file.endsWith(".css"));
        if (styles.length > 1)
          this.error(`Nobody would fetch the styles of what is imported: ${styles.join(", ")}`);
      },
    },
  };
}
