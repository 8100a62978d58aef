import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.ts";

/** Moves the manifest, which scripts/bundle-size.mjs reads, out of `dist`: nobody who loads the page needs it. */
export function manifestAside(): Plugin {
  return {
    name: "decthings-debug-dashboard:manifest-aside",
    apply: "build",
    writeBundle: {
      order: "post",
      handler({ dir }) {
        const made = join(dir ?? "", ".vite");
        if (!existsSync(made)) return;
        const aside = join(ROOT, "node_modules/.tmp/page-manifest");
        rmSync(aside, { recursive: true, force: true });
        cpSync(made, aside, { recursive: true });
        rmSync(made, { recursive: true });
      },
    },
  };
}
