import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { directoryOf, lines, raw, startGateway, tinyPage } from "../test/support.ts";

const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("the page", () => {
  it.each([
    "/",
    "/timeline",
    "/sessions/4f0c",
    "/sessions/a%2Fb%20%E2%9C%93.js?tab=raw",
    "/launchers?launcher=x",
  ])("is what a browser gets at %s", async (path) => {
    const { url } = await startGateway({ mode: "direct", distDir: tinyPage() });
    const answer = await fetch(url + path, { headers: browser });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await answer.text()).toContain("<title>page</title>");
  });

  it("never stands in for a missing asset, file, API call or control", async () => {
    const { url } = await startGateway({ mode: "direct", distDir: tinyPage() });
    for (const path of [
      "/assets/gone-1.js",
      "/assets/",
      "/v0/Debug/getDebugSessions",
      "/v0",
      "/_simulator/stats",
    ]) {
      expect((await fetch(url + path, { headers: browser })).status, path).toBe(404);
    }
    for (const path of ["/favicon.ico", "/sessions/x", "/.vite/manifest.json"]) {
      expect((await fetch(url + path, { headers: { accept: "image/*" } })).status, path).toBe(404);
    }
  });

  it("serves assets with their type, for GET and HEAD", async () => {
    const { url } = await startGateway({ mode: "direct", distDir: tinyPage() });
    const asset = await fetch(`${url}/assets/index-abc123.js`);
    expect([asset.headers.get("content-type"), await asset.text()]).toEqual([
      "text/javascript; charset=utf-8",
      "console.log(1)",
    ]);
    const head = await fetch(`${url}/assets/index-abc123.js`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "14", ""]);
  });

  it("serves the build's brotli copies to those who take them, and says that it does", async () => {
    const copy = brotliCompressSync("packed");
    const distDir = directoryOf({
      "index.html": "plain",
      "index.html.br": copy,
      "assets/a-1.js": "plain",
      "assets/a-1.js.br": copy,
      "icon.svg": "plain",
    });
    const { url } = await startGateway({ mode: "direct", distDir });
    const got = async (path: string, encoding: string) => {
      const answer = await fetch(url + path, { headers: { ...browser, "accept-encoding": encoding } });
      const { headers } = answer;
      return [await answer.text(), headers.get("content-encoding"), headers.get("vary"), headers.get("etag")];
    };
    for (const path of ["/", "/sessions/x", "/assets/a-1.js"]) {
      expect(await got(path, "gzip, br"), path).toEqual(["packed", "br", "Accept-Encoding", null]);
      expect(await got(path, "gzip"), path).toEqual(["plain", null, "Accept-Encoding", null]);
    }
    expect(await got("/icon.svg", "br")).toEqual(["plain", null, "Accept-Encoding", null]);
    const asset = await fetch(`${url}/assets/a-1.js`, { headers: { "accept-encoding": "br" } });
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(asset.headers.get("cache-control")).toContain("immutable");
  });

  it.each([
    "/../package.json",
    "/assets/../../package.json",
    "/%2e%2e/package.json",
    "/assets/%2e%2e%2f%2e%2e%2fetc/passwd",
    "/..%2fpackage.json",
    "/assets/..%5c..%5cpackage.json",
    "/assets//etc/passwd",
    "//etc/passwd",
    "/assets/index-abc123.js%00.html",
    "/%",
  ])("has no way out of its directory through %s", async (path) => {
    const { port } = await startGateway({ mode: "direct", distDir: tinyPage() });
    const answer = await raw(port, lines(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`));
    expect([400, 404]).toContain(answer.status);
  });

  it("learns its mode from config.json, not from the file of static hosting", async () => {
    const gateway = await startGateway({ mode: "gateway", apiKey: "k", actions: true, distDir: tinyPage() });
    const direct = await startGateway({ mode: "direct", distDir: tinyPage() });
    expect(await (await fetch(`${gateway.url}/config.json`)).json()).toEqual({
      mode: "gateway",
      apiAddress: "/v0",
      actions: true,
    });
    expect(await (await fetch(`${direct.url}/config.json?x=1`)).json()).toEqual({
      mode: "direct",
      apiAddress: "https://api.decthings.com/v0",
      actions: false,
    });
  });
});
