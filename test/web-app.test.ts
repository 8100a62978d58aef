/** What makes the page a web app: its manifest, its icons, and what its service worker leaves to the server. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OWN_PATHS } from "../packages/gateway/src/guard.ts";
import { iconSvg, PICTURES } from "../scripts/icon-drawings.ts";
import { wayOf } from "../src/offline/way-of.ts";

const root = join(import.meta.dirname, "..");
const publicFile = (path: string) => readFileSync(join(root, "public", path));

/** Width and height, from the head of a PNG. */
const sizeOf = (picture: Buffer) => [picture.readUInt32BE(16), picture.readUInt32BE(20)];

describe("the icons", () => {
  it("are as npm run icons draws them of the brand mark", () => {
    expect(publicFile("icon.svg").toString()).toBe(iconSvg());
    expect(readdirSync(join(root, "public/icons")).toSorted()).toEqual(Object.keys(PICTURES).toSorted());
  });

  it.each(Object.entries(PICTURES))("are as large as they say: %s", (name, { size }) => {
    expect(sizeOf(publicFile(`icons/${name}`))).toEqual([size, size]);
  });
});

describe("the manifest", () => {
  const { icons } = JSON.parse(publicFile("manifest.json").toString()) as {
    icons: { src: string; sizes: string; purpose?: string }[];
  };

  it.each(icons)("names an icon that is there, in its size: $src", ({ src, sizes }) => {
    const picture = publicFile(src);
    expect(sizes).toBe(src.endsWith(".svg") ? "any" : sizeOf(picture).join("x"));
  });

  it("has what an installation asks for: 192 and 512 pixels, and one that may be cut", () => {
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
    expect(icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
  });
});

describe("the service worker", () => {
  it.each([...OWN_PATHS, "/v0/Debug/getDebugSessions", "/_simulator/stats"])(
    "leaves %s to the server, whoever opens it",
    (path) => {
      const asked = { method: "GET", mode: "navigate", url: `http://dashboard.test${path}` };
      expect(wayOf(asked, { origin: "http://dashboard.test", files: new Set() })).toBe("network");
    },
  );
});
