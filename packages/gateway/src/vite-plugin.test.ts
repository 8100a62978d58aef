import { createServer, type InlineConfig } from "vite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { call, directoryOf } from "../test/support.ts";
import { gatewayPlugin } from "./vite-plugin.ts";

/** With no key of this machine about. */
function nobodysKey(): void {
  vi.stubEnv("DECTHINGS_API_KEY", "");
  vi.stubEnv("INIT_CWD", directoryOf({}));
  onTestFinished(() => void vi.unstubAllEnvs());
}

const dev = (server: InlineConfig["server"]) =>
  createServer({
    configFile: false,
    root: directoryOf({ "index.html": "<!doctype html><title>page</title>" }),
    logLevel: "silent",
    plugins: [gatewayPlugin()],
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, ws: false, ...server },
  });

describe("the dev server", { timeout: 30_000 }, () => {
  it("answers like npm start, with the same guards", async () => {
    nobodysKey();
    const server = await dev({ host: "127.0.0.1" });
    onTestFinished(() => server.close());
    await server.listen();
    const address = server.httpServer?.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    expect(await (await fetch(url, { headers: { accept: "text/html" } })).text()).toContain(
      "<title>page</title>",
    );
    expect(await (await fetch(`${url}/config.json`)).json()).toMatchObject({ mode: "demo" });
    expect(await (await call(url)).text()).toContain('"debugSessions"');
    expect((await call(url, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await call(url, { headers: { "content-type": "text/plain" } })).status).toBe(415);
  });

  it.each([true, "0.0.0.0", "10.0.0.7"])(
    "does not start at %s, where other machines could ask it",
    async (host) => {
      await expect(dev({ host })).rejects.toThrow("The dev server answers this machine only.");
    },
  );
});
