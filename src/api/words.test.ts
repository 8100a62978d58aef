import { describe, expect, it } from "vitest";
import type { Problem } from "./problem.ts";
import { wordsOf, type Surroundings } from "./words.ts";

const here: Surroundings = { mode: "direct", host: "api.decthings.com", offline: false, paused: false };

describe("the words for a problem", () => {
  it.each<[Problem, Partial<Surroundings>, string, string]>([
    [{ kind: "bad_credentials" }, {}, "The API key was rejected.", "will not retry by itself"],
    [
      { kind: "bad_credentials" },
      { mode: "gateway" },
      "The API key was rejected.",
      "Give the gateway another key",
    ],
    [{ kind: "too_many_requests" }, {}, "Too many requests.", "waits"],
    [{ kind: "too_many_requests" }, { paused: true }, "Too many requests.", "Updates are paused"],
    [{ kind: "payment_required" }, {}, "Payment is required.", "every 5 minutes"],
    [{ kind: "payment_required" }, { paused: true }, "Payment is required.", "is paid. Updates are paused"],
    [{ kind: "api", code: "unknown" }, {}, "The API answered unknown.", "Polling goes on."],
    [
      { kind: "http", status: 502 },
      {},
      "api.decthings.com answered with HTTP status 502.",
      "Polling goes on.",
    ],
    [
      { kind: "http", status: 401 },
      { mode: "gateway" },
      "api.decthings.com answered with HTTP status 401.",
      "a reload asks for it",
    ],
    [
      { kind: "http", status: 401 },
      { mode: "demo" },
      "api.decthings.com answered with HTTP status 401.",
      "a reload asks for it",
    ],
    [
      { kind: "http", status: 401 },
      {},
      "api.decthings.com answered with HTTP status 401.",
      "Polling goes on.",
    ],
    [{ kind: "timeout" }, {}, "api.decthings.com did not answer within 10 s.", "Polling goes on."],
    [{ kind: "undecodable", reason: "cut short" }, {}, "The answer could not be read.", "cut short. "],
    [
      { kind: "http", status: 502 },
      { paused: true },
      "api.decthings.com answered with HTTP status 502.",
      "Updates are paused",
    ],
    [{ kind: "network" }, { paused: true }, "No connection to api.decthings.com.", "Updates are paused"],
    [{ kind: "network" }, {}, "No connection to api.decthings.com.", "until it answers"],
    [{ kind: "network" }, { offline: true }, "Offline.", "meanwhile is hatched"],
    [
      { kind: "network" },
      { offline: true, since: "14:21:08" },
      "Offline since 14:21:08.",
      "since is hatched",
    ],
  ])("for %j with %j begin with what happened", (problem, changes, title, detail) => {
    const words = wordsOf(problem, { ...here, ...changes });
    expect(words.title).toBe(title);
    expect(words.detail).toContain(detail);
  });

  it("pass on what the API says of a refused parameter, as its own sentence", () => {
    const words = wordsOf(
      { kind: "invalid_parameter", parameterName: "debugSessionIds", reason: "too many" },
      here,
    );
    expect(words.title).toBe("The API refused the request: debugSessionIds is invalid.");
    expect(words.detail).toBe("too many. Polling has stopped. Change the session ids, or try again.");
  });

  it("say so when only a person can go on", () => {
    expect(wordsOf({ kind: "bad_credentials" }, here).tone).toBe("stop");
    expect(wordsOf({ kind: "network" }, here).tone).toBe("wait");
  });
});
