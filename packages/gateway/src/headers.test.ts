import { describe, expect, it } from "vitest";
import {
  CACHING,
  cachingOf,
  call,
  lines,
  raw,
  startGateway,
  startUpstream,
  tinyPage,
} from "../test/support.ts";
import { contentSecurityPolicy, securityHeaders } from "./headers.ts";

describe("the content security policy", () => {
  it("lets the page talk to its own server only", () => {
    expect(contentSecurityPolicy()).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app-worker",
    );
  });

  it("adds the API's origin, and no more of its address, in direct mode", () => {
    expect(contentSecurityPolicy("https://api.decthings.com/v0")).toContain(
      "connect-src 'self' https://api.decthings.com; worker-src",
    );
  });

  it("adds nothing for an address of the same origin", () => {
    expect(contentSecurityPolicy("/v0")).toBe(contentSecurityPolicy());
  });
});

describe("every response", () => {
  it("carries the headers, whatever kind it is", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url, port } = await startGateway({
      mode: "gateway",
      apiKey: "k",
      upstream: upstream.url,
      distDir: tinyPage(),
    });
    const own = `Host: 127.0.0.1:${port}`;
    const answers = {
      page: await raw(port, lines("GET / HTTP/1.1", own)),
      route: await raw(port, lines("GET /sessions/x HTTP/1.1", own, "Accept: text/html")),
      asset: await raw(port, lines("GET /assets/index-abc123.js HTTP/1.1", own)),
      "missing asset": await raw(port, lines("GET /assets/gone.js HTTP/1.1", own)),
      "missing file": await raw(port, lines("GET /favicon.ico HTTP/1.1", own)),
      configuration: await raw(port, lines("GET /config.json HTTP/1.1", own)),
      "refused host": await raw(port, lines("GET / HTTP/1.1", "Host: evil.example")),
      "unreadable request": await raw(port, "nonsense\r\n\r\n"),
      "wrong method": await raw(port, lines("DELETE /v0/Debug/getDebugSessions HTTP/1.1", own)),
    };
    const forwarded = await call(url);
    const expected = Object.entries(securityHeaders());
    for (const [kind, { headers }] of Object.entries(answers)) {
      for (const [name, value] of expected) expect(headers[name], `${name} of ${kind}`).toBe(value);
    }
    for (const [name, value] of expected) expect(forwarded.headers.get(name)).toBe(value);
  });

  it.each(["demo", "direct", "gateway"] as const)("carries them in the mode %s", async (mode) => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url } = await startGateway({
      mode,
      apiKey: "k",
      upstream: upstream.url,
      apiAddress: "https://api.example/v0",
      distDir: tinyPage(),
    });
    const expected = securityHeaders(mode === "direct" ? "https://api.example/v0" : undefined);
    const paths = ["/", "/assets/gone.js", "/config.json", "/healthz", "/metrics", "/access", "/v0/x"];
    const answers = [...paths, "/_simulator/stats"].map((path) => fetch(url + path));
    for (const { url: at, headers } of await Promise.all([...answers, call(url)])) {
      for (const [name, value] of Object.entries(expected)) expect(headers.get(name), at).toBe(value);
    }
  });

  it("may be kept only where its name holds a hash of its content", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url } = await startGateway({
      mode: "gateway",
      apiKey: "k",
      upstream: upstream.url,
      distDir: tinyPage(),
    });
    expect(await cachingOf(url)).toEqual(CACHING);
  });

  it("names the API's origin to the page in direct mode", async () => {
    const { url } = await startGateway({
      mode: "direct",
      apiAddress: "https://api.example.com/v0",
      distDir: tinyPage(),
    });
    const policy = (await fetch(url)).headers.get("content-security-policy");
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
  });
});
