import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import { REACT_MODULE, reactAsModules } from "./scripts/build/react-as-modules.ts";
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

/** Puts a module of the page into a script of its own, which the browser runs before it has fetched the others. */
function firstScript(path: string): Plugin {
  return {
    name: "decthings-debug-dashboard:first-script",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: join(import.meta.dirname, path) });
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

const SERVICE_WORKER = "service-worker.js";

/** Builds the service worker with the page, and tells it the files that it keeps: those with a hash in their name. */
function serviceWorker(): Plugin {
  return {
    name: "decthings-debug-dashboard:service-worker",
    apply: "build",
    buildStart() {
      const id = join(import.meta.dirname, "src/offline/service-worker.ts");
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

/**
 * Leaves `import()` as it is written. Vite wraps each in a helper that first fetches the styles and the imports of what is
 * imported; here all styles come with the page, and imports are not preloaded (`modulePreload`), so it has nothing to fetch.
 */
function plainDynamicImports(): Plugin {
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

const NO_MUTATIONS = `export class MutationCache {
  findAll = () => [];
  subscribe = () => () => {};
  clear() {}
  resumePausedMutations = () => Promise.resolve();
}`;

const NO_SUSPENSE = `export const ensureSuspenseTimers = () => {};
export const shouldSuspend = () => false;
export const fetchOptimistic = undefined;`;

const NO_RESTORING = "export const useIsRestoring = () => false;";

const NO_RESETTING = `const never = { isReset: () => false, clearReset() {} };
export const useQueryErrorResetBoundary = () => never;`;

const OWN_TIMERS = `export const timeoutManager = {
  setTimeout: (call, ms) => setTimeout(call, ms),
  clearTimeout: (id) => clearTimeout(id),
  setInterval: (call, ms) => setInterval(call, ms),
  clearInterval: (id) => clearInterval(id),
};
export const systemSetTimeoutZero = (call) => setTimeout(call, 0);`;

const NO_SERVER = "export const isServer = () => false;";

/**
 * Leaves out what the query client is made with and the page never asks of it: mutations, infinite queries, suspense, a client
 * that is restored, errors that are reset from above, timers of another's making, and servers that render. A page that begins to
 * use them does not build.
 */
function queriesAlone(): Plugin {
  const replaced = new Map([
    ["./mutationCache.js", NO_MUTATIONS],
    ["./infiniteQueryBehavior.js", "export const infiniteQueryBehavior = undefined;"],
    ["./suspense.js", NO_SUSPENSE],
    ["./IsRestoringProvider.js", NO_RESTORING],
    ["./QueryErrorResetBoundary.js", NO_RESETTING],
    ["./timeoutManager.js", OWN_TIMERS],
    ["./environmentManager.js", NO_SERVER],
  ]);
  const used = new Set<string>();
  return {
    name: "decthings-debug-dashboard:queries-alone",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      if (
        !replaced.has(source) ||
        !/query-core.*\/(query(Client|Observer)?|removable|retryer|utils|notifyManager)\.js$|\/useBaseQuery\.js$/.test(
          importer ?? "",
        )
      )
        return undefined;
      used.add(source);
      return `\0${source}`;
    },
    load: (id) => (id.startsWith("\0./") ? replaced.get(id.slice(1)) : undefined),
    generateBundle(_, bundle) {
      if (used.size < replaced.size)
        this.error("The query library is no longer laid out as this build knows it.");
      const unwanted =
        /query-core.*\/(mutation\w*|timeoutManager|environmentManager)\.js$|react-query.*\/(useSuspense\w*|IsRestoringProvider|QueryErrorResetBoundary)\.js$/;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && chunk.moduleIds.some((id) => unwanted.test(id)))
          this.error("The page uses what the plugin `queriesAlone` leaves out: take it out of the build.");
      }
    },
  };
}

type ModuleInfo = ReturnType<Rolldown.ChunkingContext["getModuleInfo"]>;

/** What the page fetches of itself once the first rows are painted, and what its first rows may need. */
const WITH_THE_ROWS = [
  "app/signs.ts",
  "features/session-list/beside-rows.tsx",
  "features/session-list/axis-gestures.tsx",
  "features/session-list/other-rows.tsx",
  "features/session-list/crowded-strip.tsx",
];

/**
 * Where a module goes that several parts on demand share, and neither the first view nor a worker needs. Left to itself the build
 * makes a file for each set of parts that share something: two dozen of less than a kilobyte, each of them a request.
 * @returns the name of the file; null for a module that stays with its only part
 */
function sharedLater(): Rolldown.CodeSplittingNameFunction {
  let places: ReadonlyMap<string, string> | undefined;
  return (id, context) => (places ??= placesOfShared((of) => context.getModuleInfo(of))).get(id) ?? null;
}

function placesOfShared(infoOf: (id: string) => ModuleInfo): ReadonlyMap<string, string> {
  const src = (path: string) => join(import.meta.dirname, "src", path);
  /** With all that it imports, and with what it fetches later too. */
  const reached = (from: readonly string[], later: boolean): ReadonlySet<string> => {
    const unknown = from.find((id) => !infoOf(id));
    if (unknown !== undefined) throw new Error(`No module of the page is called ${unknown}.`);
    const ids = new Set(from);
    for (const id of ids) {
      const { importedIds = [], dynamicallyImportedIds = [] } = infoOf(id) ?? {};
      for (const next of later ? [...importedIds, ...dynamicallyImportedIds] : importedIds) ids.add(next);
    }
    return ids;
  };
  const workers = reached([src("api/observer/worker.ts"), src("offline/service-worker.ts")], true);
  const first = reached([src("main.tsx")], false);
  const fetched = [...reached([src("main.tsx")], true)].flatMap(
    (id) => infoOf(id)?.dynamicallyImportedIds ?? [],
  );
  const parts = new Set(fetched.filter((id) => !workers.has(id)));
  const soon = reached(WITH_THE_ROWS.map(src), false);
  const times = new Map<string, number>();
  for (const part of parts) for (const id of reached([part], false)) times.set(id, (times.get(id) ?? 0) + 1);
  return new Map(
    [...times]
      .filter(([id, count]) => count > 1 && !first.has(id) && !workers.has(id) && !parts.has(id))
      .map(([id]) => [id, soon.has(id) ? "aside" : "tools"]),
  );
}

export default defineConfig({
  plugins: [
    workersWithThePage(),
    firstScript("src/app/first.ts"),
    serviceWorker(),
    plainDynamicImports(),
    queriesAlone(),
    reactAsModules(),
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
    // The entry's own imports stand in index.html. What is fetched on demand needs two files more at most, which most that is fetched
    // needs: preloading them for each would cost every page more than it saves (`plainDynamicImports`).
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
            // What the observer's thread needs as well, and shares with what it fetches itself; with what imports on demand: it must
            // not wait for React.
            {
              name: "watched",
              priority: 2,
              test: /(src[\\/](domain[\\/](same|states|session|activity|well-formed|session-facts|filter|group|resort|sort|known|known-delta|collapse|shared-parameters|packed-session|steady-clock|watched)|api[\\/](problem|poll-policy|observer[\\/]packed-report)|history[\\/](check|connection-record|journal|requests|schema|transactions))|api-client[\\/]src[\\/]errors)\.ts|preload-helper/,
            },
            // What the page begins with (`firstScript`), with all that this imports: it must not wait for React either.
            { name: "first", priority: 1, test: /src[\\/]app[\\/]first\.ts$/ },
            { name: "react", test: REACT_MODULE },
            // All that the first view imports besides, with what it shares with parts that are fetched later.
            { name: "page", test: /[\\/]index\.html$/ },
            { name: sharedLater(), debugName: "shared later", includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
