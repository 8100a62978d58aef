import { expect, it } from "vitest";
import { type Way, wayOf } from "./way-of.ts";

const own = { origin: "http://dashboard.test", files: new Set(["/assets/index-1.js"]) };

it.each<[method: string, mode: string, address: string, way: Way]>([
  ["GET", "navigate", "/", "view"],
  ["GET", "navigate", "/?q=a&sort=started", "view"],
  ["GET", "navigate", "/sessions/a%2Fb?tab=raw", "view"],
  ["GET", "navigate", "/metricsandmore", "view"],
  ["GET", "cors", "/config.json", "config"],
  ["GET", "cors", "/assets/index-1.js", "file"],
  ["GET", "cors", "/assets/index-1.js?again=1", "file"],
  ["GET", "same-origin", "/assets/index-1.js", "file"],
  ["HEAD", "cors", "/assets/index-1.js", "network"],
  ["GET", "cors", "/assets/index-2.js", "network"],
  ["GET", "cors", "/icon.svg", "network"],
  ["POST", "cors", "/v0/Debug/getDebugSessions", "network"],
  ["GET", "cors", "/v0/Debug/getDebugSessions", "network"],
  ["POST", "cors", "/access", "network"],
  ["GET", "navigate", "/v0/Debug/getDebugSessions", "network"],
  ["GET", "navigate", "/access", "network"],
  ["GET", "navigate", "/healthz", "network"],
  ["GET", "navigate", "/metrics", "network"],
  ["GET", "navigate", "/config.json", "network"],
  ["GET", "navigate", "/_simulator/stats", "network"],
  ["GET", "navigate", "/assets/gone-1.js", "network"],
  ["GET", "navigate", "http://api.test/", "network"],
  ["POST", "cors", "http://api.test/v0/Debug/getDebugSessions", "network"],
])("%s, %s: %s is answered by way of %s", (method, mode, address, way) => {
  expect(wayOf({ method, mode, url: new URL(address, own.origin).href }, own)).toBe(way);
});
