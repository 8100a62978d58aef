import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
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

export default defineConfig({
  plugins: [workersWithThePage(), react(), tailwindcss(), gatewayPlugin(), manifestAside()],
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
    // What is fetched on demand is small and needs little: preloading its imports would cost every page more than it saves.
    modulePreload: false,
    manifest: true,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
