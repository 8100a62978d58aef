import { describe, expect, it } from "vitest";
import { HELP, readFlags } from "./flags.ts";
import { SCENARIOS } from "./world/scenarios.ts";

describe("readFlags", () => {
  it("has a default for everything", () => {
    expect(readFlags([])).toEqual({
      kind: "serve",
      port: 8787,
      host: "127.0.0.1",
      options: { scenario: "default", sessions: 25, seed: 1, speed: 1, faults: {} },
    });
  });

  it("reads every flag", () => {
    const line =
      "--port 0 --host ::1 --scenario scale --sessions 10000 --seed 42 --speed 2.5 --latency 200 --error unknown";
    expect(readFlags([...line.split(" "), "--faults", '{"times":3,"latencyMs":9}'])).toEqual({
      kind: "serve",
      port: 0,
      host: "::1",
      options: {
        scenario: "scale",
        sessions: 10_000,
        seed: 42,
        speed: 2.5,
        faults: { times: 3, latencyMs: 200, error: "unknown" },
      },
    });
  });

  it.each([
    [["--port", "80000"], "--port must be a whole number from 0 to 65535"],
    [["--port", "8080x"], "--port must be a whole number from 0 to 65535"],
    [["--sessions", "50001"], "--sessions must be a whole number from 0 to 50000"],
    [["--seed", "1.5"], "--seed must be a whole number from 0 to 4294967295"],
    [["--speed", "fast"], "--speed must be a number from 0 to 100000"],
    [
      ["--scenario", "calm"],
      "--scenario must be one of default, empty, scale, diligent, longpast, flapping, hostile",
    ],
    [["--latency", "-5"], "Option '--latency' argument is ambiguous"],
    [["--faults", "{"], "--faults must be JSON"],
    [["--faults", "[]"], "--faults must be a JSON object"],
    [["--faults", '{"hang":1}'], "--faults: The fault hang must be true or false."],
    [["--sesions", "5"], "Unknown option '--sesions'"],
    [["--port"], "Option '--port <value>' argument missing"],
    [["default"], "Unexpected argument 'default'"],
  ])("says what is wrong with %j", (args, problem) => {
    expect(readFlags(args)).toEqual({ kind: "problem", problem });
  });

  it("asked for help, names every flag and scenario", () => {
    expect(readFlags(["--help"])).toEqual({ kind: "help" });
    expect(readFlags(["-h"])).toEqual({ kind: "help" });
    for (const name of [
      ...SCENARIOS,
      "--port",
      "--host",
      "--sessions",
      "--seed",
      "--speed",
      "--latency",
      "--error",
      "--faults",
    ]) {
      expect(HELP).toContain(name);
    }
  });
});
