import { encodeHttpResponse } from "@decthings/api-client/wire";
import { describe, expect, it } from "vitest";
import { call, CANARY, startGateway, startUpstream } from "../test/support.ts";

const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text();

describe("/healthz", () => {
  it.each(["demo", "direct", "gateway"] as const)("says that the %s is up", async (mode) => {
    const { url } = await startGateway({ mode, apiKey: "k" });
    const answer = await fetch(`${url}/healthz`);
    expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([
      200,
      "ok",
      "no-store",
    ]);
  });
});

describe("/metrics", () => {
  it("tells of viewers, calls, how long they took, failures and what needed none, and of no key", async () => {
    let answer: Uint8Array = encodeHttpResponse({ result: { debugSessions: [] } });
    const upstream = await startUpstream((_, res) => void res.end(answer));
    const { url } = await startGateway({ mode: "gateway", apiKey: CANARY, upstream: upstream.url });
    await Promise.all([call(url), call(url)]);
    answer = encodeHttpResponse({ error: { code: "too_many_requests", [CANARY]: CANARY } });
    await call(url, { body: new Uint8Array([0, 3, 0x7b, 0x7d, 0x20]) });
    await fetch(`${url}/assets/none.js`);
    const text = await metricsOf(url);
    const list = 'method="Debug/getDebugSessions"';
    for (const line of [
      `decthings_gateway_upstream_calls_total{${list},outcome="ok"} 1`,
      `decthings_gateway_upstream_calls_total{${list},outcome="too_many_requests"} 1`,
      `decthings_gateway_upstream_call_seconds_count{${list}} 2`,
      `decthings_gateway_answers_total{${list},from="call"} 2`,
      'decthings_gateway_responses_total{status="4xx"} 1',
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    expect(text).toMatch(/^decthings_gateway_viewers [1-3]$/m);
    expect(text).toMatch(/answers_total\{[^}]*from="(join|keep)"\} 1/);
    expect(text).not.toContain(CANARY);
  });

  it("tells failures of the network by what failed", async () => {
    const upstream = await startUpstream((_, res) => res.writeHead(302).end());
    const { url } = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    await call(url);
    expect(await metricsOf(url)).toContain('outcome="redirect"} 1');
  });
});
