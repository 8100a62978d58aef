// The server of a release: deploy/server.ts and all that it imports in one file, so that nothing is installed where it runs.
import { join } from "node:path";
import { build } from "vite";

/** Writes `server.mjs` into a folder, and leaves what else is in there. */
export async function buildServer(folder) {
  await build({
    configFile: false,
    logLevel: "warn",
    root: join(import.meta.dirname, ".."),
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: "deploy/server.ts",
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rolldownOptions: {
        output: {
          // By this name Node takes it for a module, without a package.json that would look like a source of the page.
          entryFileNames: "server.mjs",
          // Without comments and blanks it is half as long; names stay, for whoever reads where it failed.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
}
