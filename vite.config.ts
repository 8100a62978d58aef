import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { gatewayPlugin } from "./packages/gateway/src/vite-plugin.ts";
import { brotliCopies } from "./scripts/build/brotli-copies.ts";
import { firstScript } from "./scripts/build/first-script.ts";
import { manifestAside } from "./scripts/build/manifest-aside.ts";
import { plainDynamicImports } from "./scripts/build/plain-dynamic-imports.ts";
import { queriesAlone } from "./scripts/build/queries-alone.ts";
import { REACT_MODULE, reactAsModules } from "./scripts/build/react-as-modules.ts";
import { serviceWorker } from "./scripts/build/service-worker.ts";
import { sharedLater } from "./scripts/build/shared-later.ts";
import { workersWithThePage } from "./scripts/build/workers-with-the-page.ts";

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
