import { describe, expect, it } from "vitest";
import { firstView } from "./bundle-size.mjs";

const manifest = {
  "index.html": {
    file: "assets/index-1.js",
    isEntry: true,
    imports: ["_shared.js"],
    css: ["assets/index-1.css"],
  },
  "_shared.js": { file: "assets/shared-1.js", imports: ["index.html"], css: ["assets/shared-1.css"] },
  "src/offline/service-worker.ts": { file: "service-worker.js", isEntry: true },
  "src/charts.ts": { file: "assets/charts-1.js", imports: ["_shared.js"] },
};

describe("the first view", () => {
  it("is the entry, what it imports statically, and every worker, but nothing loaded later", () => {
    const scripts = [
      "assets/index-1.js",
      "assets/shared-1.js",
      "assets/charts-1.js",
      "assets/decode-worker-1.js",
      "service-worker.js",
    ];
    expect(firstView(manifest, scripts)).toEqual({
      js: ["assets/index-1.js", "assets/shared-1.js", "assets/decode-worker-1.js"],
      css: ["assets/index-1.css", "assets/shared-1.css"],
    });
  });
});
