import { describe, expect, it } from "vitest";
import { sessionPath, sessionsPath } from "./paths.ts";
import { carry } from "./step.ts";

describe("a step from view to view", () => {
  it.each([
    [sessionPath("a b"), "", "/sessions/a%20b"],
    [sessionPath("a"), "?paused=1&q=x", "/sessions/a?paused=1"],
    [sessionPath("a", { tab: "raw" }), "?paused=1", "/sessions/a?tab=raw&paused=1"],
    [sessionsPath(), "?paused=1&tab=raw", "/?paused=1"],
    [sessionsPath({ q: "50% off" }), "?paused=1", "/?q=50%25%20off&paused=1"],
    [sessionsPath(), "?paused=yes", "/"],
  ])("to %s from %j goes to %s", (to, search, expected) => {
    expect(carry(to, search)).toBe(expected);
  });
});
