import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

async function copyPacked(path: string): Promise<void> {
  const text = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength };
  const copy = await promisify(brotliCompress)(text, { params });
  if (copy.byteLength < text.byteLength) await writeFile(`${path}.br`, copy);
}

/** Puts a brotli copy beside each text that gains by it: the gateway, and many a static host, serves it in its place. */
export function brotliCopies(): Plugin {
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
