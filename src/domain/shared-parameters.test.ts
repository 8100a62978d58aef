import { describe, expect, it } from "vitest";
import { wireSession } from "./answer-fixture.ts";
import { createSharing } from "./shared-parameters.ts";

const NAMED = (name: string) => ({
  createState: [],
  train: [{ name, required: true, rules: { shape: [], allowedTypes: ["f32"], annotations: [] } }],
  evaluateInput: [],
  evaluateOutput: [],
});
const wire = (id: string, modelId: string, name: string) => ({
  ...wireSession({ id, modelId }),
  parameterDefinitions: NAMED(name),
});

describe("sessions of one model", () => {
  it("come to hold one copy of equal definitions, and say what they said", () => {
    const share = createSharing();
    const first = share(wire("a", "m", "x"));
    const second = share(wire("b", "m", "x"));
    expect(second).toEqual(wire("b", "m", "x"));
    expect(second.parameterDefinitions).toBe(first.parameterDefinitions);
  });

  it("keep definitions of their own where they differ, and so do other models", () => {
    const share = createSharing();
    const first = share(wire("a", "m", "x"));
    expect(share(wire("b", "m", "y")).parameterDefinitions).toEqual(NAMED("y"));
    expect(share(wire("c", "n", "x")).parameterDefinitions).not.toBe(first.parameterDefinitions);
  });

  it("stay right however many models there are", () => {
    const share = createSharing();
    for (let i = 0; i < 1_200; i += 1) {
      expect(share(wire(`s${i}`, `m${i % 600}`, `x${i}`)).parameterDefinitions).toEqual(NAMED(`x${i}`));
    }
  });

  it("change nothing that was given", () => {
    const given = wire("b", "m", "x");
    const share = createSharing();
    share(wire("a", "m", "x"));
    const own = given.parameterDefinitions;
    share(given);
    expect(given.parameterDefinitions).toBe(own);
  });
});
