import { describe, expect, it } from "vitest";
import { createFaultSwitch } from "./fault-switch.ts";
import { errorOfStatus, parseFaults } from "./faults.ts";

describe("parseFaults", () => {
  it("takes every fault there is, and nothing changes on the way", () => {
    const faults = {
      latencyMs: 200,
      hang: false,
      dripBytesPerSecond: 0.5,
      reset: "mid-body",
      status: 429,
      body: "html",
      retryAfterSeconds: 7,
      error: "some_future_code",
      frame: "oversized-length",
      contentType: "text/html; charset=utf-8",
      clockSkewMs: -90_000,
      sessions: ["unreadable", "duplicates"],
      methods: ["getDebugSessions"],
      times: 3,
    };
    expect(parseFaults(faults)).toEqual({ faults });
    expect(parseFaults({})).toEqual({ faults: {} });
  });

  it.each([
    [null, "The faults must be a JSON object."],
    [[], "The faults must be a JSON object."],
    ["hang", "The faults must be a JSON object."],
    [{ latency: 5 }, 'There is no fault named "latency"; see the table in the README.'],
    [{ latencyMs: -1 }, "The fault latencyMs must be a whole number from 0 to 3600000."],
    [{ latencyMs: "200" }, "The fault latencyMs must be a whole number from 0 to 3600000."],
    [{ dripBytesPerSecond: 0 }, "The fault dripBytesPerSecond must be a number from 0.1 to 1000000000."],
    [{ reset: true }, "The fault reset must be one of before-headers, mid-body."],
    [{ status: 99 }, "The fault status must be a whole number from 200 to 599."],
    [{ contentType: "a\r\nb: c" }, "The fault contentType must be printable ASCII."],
    [{ error: "" }, "The fault error must not be empty."],
    [{ methods: "all" }, "The fault methods must be a list of method names."],
    [{ times: 0 }, "The fault times must be a whole number from 1 to 1000000000."],
  ])("refuses %j in one sentence", (value, problem) => {
    expect(parseFaults(value)).toEqual({ problem });
  });

  it("names the place of a wrong word within a list", () => {
    const read = parseFaults({ sessions: ["reordered", "upside-down"] });
    expect("problem" in read && read.problem).toMatch(/^The fault sessions\.1 must be one of unreadable, /);
  });
});

describe("the switch of faults", () => {
  it("concerns only the methods it names, with or without their api", () => {
    const faults = createFaultSwitch({
      hang: true,
      methods: ["getDebugSessions", "PersistentLauncher/getSysinfo"],
    });
    expect(faults.take("Debug/getDebugSessions").hang).toBe(true);
    expect(faults.take("PersistentLauncher/getSysinfo").hang).toBe(true);
    expect(faults.take("Debug/getTrainingStatus")).toEqual({});
  });

  it("clears itself after so many matching calls, and others do not count", () => {
    const faults = createFaultSwitch({ hang: true, times: 2, methods: ["getSysinfo"] });
    faults.take("Debug/getDebugSessions");
    expect(faults.take("PersistentLauncher/getSysinfo").hang).toBe(true);
    expect(faults.get().times).toBe(1);
    expect(faults.take("PersistentLauncher/getSysinfo").hang).toBe(true);
    expect(faults.get()).toEqual({});
    expect(faults.take("PersistentLauncher/getSysinfo")).toEqual({});
  });
});

describe("errorOfStatus", () => {
  it("gives the error that fits a status, unknown for any other", () => {
    expect([401, 402, 429, 500, 404].map(errorOfStatus)).toEqual([
      "bad_credentials",
      "payment_required",
      "too_many_requests",
      "unknown",
      "unknown",
    ]);
  });
});
