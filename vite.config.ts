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

export default defineConfig({
  plugins: [react(), tailwindcss(), gatewayPlugin(), manifestAside()],
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
    // All browsers of the target know module preloading.
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
