import { describe, expect, it } from "vitest";
import { phaseOf } from "./phase.ts";
import type { Problem } from "./problem.ts";

type Facts = Parameters<typeof phaseOf>[0];
const facts = (changes: Partial<Facts>): Facts => ({
  answered: true,
  paused: false,
  online: true,
  problem: undefined,
  ...changes,
});
const problem = (
  kind: "network" | "bad_credentials" | "too_many_requests" | "payment_required",
): Problem => ({ kind });

describe("the phase of watching", () => {
  it.each<[string, Partial<Facts>]>([
    ["connecting", { answered: false }],
    ["connecting", { answered: false, paused: true }],
    ["live", {}],
    ["live", { online: false }],
    ["paused", { paused: true }],
    ["paused", { paused: true, problem: problem("network") }],
    ["retrying", { problem: problem("network") }],
    ["retrying", { answered: false, problem: problem("network") }],
    ["retrying", { problem: { kind: "http", status: 500 } }],
    ["retrying", { problem: { kind: "api", code: "unknown" } }],
    ["retrying", { problem: { kind: "undecodable", reason: "" } }],
    ["offline", { online: false, problem: problem("network") }],
    ["waiting", { problem: problem("too_many_requests") }],
    ["waiting", { online: false, problem: problem("payment_required") }],
    ["unauthorised", { problem: problem("bad_credentials") }],
    ["unauthorised", { paused: true, problem: problem("bad_credentials") }],
    ["refused", { problem: { kind: "invalid_parameter", parameterName: "debugSessionIds", reason: "" } }],
  ])("is %s for %j", (expected, changes) => {
    expect(phaseOf(facts(changes))).toBe(expected);
  });
});
