import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { describe, expect, it } from "vitest";

/** Bytes of an entry of the package as a page ships it: bundled, minified and gzipped. */
async function shippedSize(entry: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "baseline-widely-available",
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(new URL(entry, import.meta.url)),
        preserveEntrySignatures: "strict",
      },
    },
  });
  const outputs = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  const code = outputs.map((output: Rollup.OutputChunk | Rollup.OutputAsset) =>
    "code" in output ? output.code : "",
  );
  return gzipSync(code.join("\n"), { level: 9 }).length;
}

describe("what a page has to load", () => {
  it("is at most 6 kB for the client, and it is not nothing", async () => {
    const size = await shippedSize("../src/index.ts");
    expect(size).toBeGreaterThan(3000);
    expect(size).toBeLessThanOrEqual(6000);
  });

  it("is at most 2 kB for the wire alone", async () => {
    const size = await shippedSize("../src/wire/index.ts");
    expect(size).toBeGreaterThan(500);
    expect(size).toBeLessThanOrEqual(2000);
  });
});
