import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { gatewayPlugin } from "./packages/gateway/src/vite-plugin.ts";

/** Moves the manifest, which scripts/bundle-size.mjs reads, out of `dist`: nobody who loads the page needs it. */
function manifestAside(): Plugin {
  return {
    name: "decthings-debug-dashboard:manifest-aside",
    apply: "build",
    writeBundle: {
      order: "post",
      handler({ dir }) {
        const made = join(dir ?? "", ".vite");
        if (!existsSync(made)) return;
        const aside = join(import.meta.dirname, "node_modules/.tmp/page-manifest");
        rmSync(aside, { recursive: true, force: true });
        cpSync(made, aside, { recursive: true });
        rmSync(made, { recursive: true });
      },
    },
  };
}

async function copyPacked(path: string): Promise<void> {
  const text = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength };
  const copy = await promisify(brotliCompress)(text, { params });
  if (copy.byteLength < text.byteLength) await writeFile(`${path}.br`, copy);
}

/** Puts a brotli copy beside each text that gains by it: the gateway, and many a static host, serves it in its place. */
function brotliCopies(): Plugin {
  return {
    name: "decthings-debug-dashboard:brotli-copies",
    apply: "build",
    writeBundle: {
      order: "post",
      async handler({ dir = "" }) {
        const paths = readdirSync(dir, { recursive: true, encoding: "utf8" });
        const packed = paths.filter((path) => /\.(?:js|css|html|svg)$/.test(path));
        await Promise.all(packed.map((path) => copyPacked(join(dir, path))));
      },
    },
  };
}

/**
 * Builds a worker together with the page, for `import address from "./x.ts?worker&url"`: built apart, as Vite does it, a worker
 * brings its own copy of all that it shares with the page.
 */
function workersWithThePage(): Plugin {
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
  };
}

/**
 * Leaves `import()` as it is written. Vite wraps each in a helper that first fetches the styles and the imports of what is
 * imported; here all styles come with the page, and imports are not preloaded (`modulePreload`), so it has nothing to fetch.
 */
function plainDynamicImports(): Plugin {
  let isReplaced = false;
  return {
    name: "decthings-debug-dashboard:plain-dynamic-imports",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== "\0vite/preload-helper.js") return undefined;
      isReplaced = true;
      return "export const __vitePreload = (load) => load()";
    },
    generateBundle(_, bundle) {
      if (!isReplaced)
        this.error("Vite's helper for dynamic imports is no longer where this build looks for it.");
      const styles = Object.keys(bundle).filter((file) => file.endsWith(".css"));
      if (styles.length > 1)
        this.error(`Nobody would fetch the styles of what is imported: ${styles.join(", ")}`);
    },
  };
}

const NO_MUTATIONS = `export class MutationCache {
  findAll = () => [];
  subscribe = () => () => {};
  clear() {}
  resumePausedMutations = () => Promise.resolve();
}`;

/**
 * Leaves out what the query client is made with and the page never asks of it: mutations and infinite queries. A page that
 * begins to use them does not build.
 */
function queriesAlone(): Plugin {
  const replaced = new Map([
    ["./mutationCache.js", NO_MUTATIONS],
    ["./infiniteQueryBehavior.js", "export const infiniteQueryBehavior = undefined;"],
  ]);
  const used = new Set<string>();
  return {
    name: "decthings-debug-dashboard:queries-alone",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      if (!replaced.has(source) || !/query-core.*\/query(Client)?\.js$/.test(importer ?? ""))
        return undefined;
      used.add(source);
      return `\0${source}`;
    },
    load: (id) => (id.startsWith("\0./") ? replaced.get(id.slice(1)) : undefined),
    generateBundle(_, bundle) {
      if (used.size < replaced.size)
        this.error("The query library is no longer laid out as this build knows it.");
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && chunk.moduleIds.some((id) => /query-core.*\/mutation\w*\.js$/.test(id)))
          this.error("The page uses mutations: take the plugin `queriesAlone` out of the build.");
      }
    },
  };
}

export default defineConfig({
  plugins: [
    workersWithThePage(),
    plainDynamicImports(),
    queriesAlone(),
    react(),
    tailwindcss(),
    gatewayPlugin(),
    manifestAside(),
    brotliCopies(),
  ],
  // React has had this hook of its own since its 18th version.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  server: {
    host: "127.0.0.1",
    strictPort: true,
    // Vite allows any local origin by default; the guards of the gateway allow only the page itself.
    cors: false,
    headers: { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" },
  },
  build: {
    target: "baseline-widely-available",
    // "hidden" would still copy every source into dist; a stack trace can be read against a build of the same commit.
    sourcemap: false,
    // The content security policy allows no data: but images, so nothing is inlined.
    assetsInlineLimit: 0,
    // The entry's own imports stand in index.html. What is fetched on demand is small and needs little: preloading its imports
    // would cost every page more than it saves (`plainDynamicImports`).
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostType }) => (hostType === "js" ? [] : needed),
    },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // Compressing takes most of a build as short as this one, and that is no news.
      checks: { pluginTimings: false },
      output: {
        // It is half of the page and hardly ever changes: who had an older build has this part of the newer one.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What the first view shares with all that is fetched later: in files of their own they would be larger together.
            {
              name: "common",
              test: /src[\\/](ui[\\/](icon|button|copying|copy-text|tick)|api[\\/](choice-store|observer[\\/]search-tabs)|domain[\\/](zone|format-number|format-size|same|states|time-range)|url[\\/](codec|list-codec|list-params|time-range-field|instant-codec|query|view))\.ts/,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
