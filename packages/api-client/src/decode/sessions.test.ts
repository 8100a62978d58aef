import { describe, expect, it } from "vitest";
import { DecodeError } from "../errors.ts";
import { asAnswered, readDebugSessions } from "./sessions.ts";

const definition = (name: string) => ({
  name,
  required: true,
  rules: { shape: [-1, 28], allowedTypes: ["f32"], annotations: ["min:0"] },
});

const SPEC = { cpus: 0.25, memoryMebibytes: 512, diskMebibytes: 1024, gpus: { model: "L4", count: 1 } };

const session = (fields: object = {}) => ({
  id: "a",
  startedAt: 1_732_540_000_000,
  modelId: "m",
  parameterDefinitions: {
    createState: [],
    train: [definition("x"), definition("y")],
    evaluateInput: [],
    evaluateOutput: [],
  },
  trainingSessions: [{ id: "t", createdAt: 1_732_540_001_000, state: "running" }],
  executionLocation: { type: "persistentLauncher", persistentLauncherId: "p", spec: SPEC },
  ...fields,
});

const parameters = (fields: object) => ({
  parameterDefinitions: { createState: [], train: [], evaluateInput: [], evaluateOutput: [], ...fields },
});

/** What becomes of one session with these fields. */
function read(fields: object) {
  const given = session(fields);
  const { debugSessions, unreadable } = readDebugSessions({ debugSessions: [given] });
  return { given, session: debugSessions[0], unreadable };
}

describe("a canonical session", () => {
  it("is the object that came, not a copy, and so is what it was answered as", () => {
    const { given, session: decoded } = read({ future: { field: null }, executionLocation: undefined });
    expect(decoded).toBe(given);
    expect(decoded && asAnswered(decoded)).toBe(given);
  });

  it("keeps words that are not known yet", () => {
    const trainingSessions = [{ id: "t", createdAt: 1_732_540_001_000, state: "paused" }];
    const executionLocation = { type: "cluster", nodes: [1, 2] };
    const { given, session: decoded } = read({ trainingSessions, executionLocation });
    expect(decoded).toBe(given);
  });
});

describe("a session in another form", () => {
  it.each([
    ["seconds", { startedAt: 1_732_540_000 }, { startedAt: 1_732_540_000_000 }],
    [
      "seconds of a training",
      { trainingSessions: [{ id: "t", createdAt: 5, state: "failed" }] },
      { trainingSessions: [{ id: "t", createdAt: 5000, state: "failed" }] },
    ],
    ["a null location", { executionLocation: null }, { executionLocation: undefined }],
    [
      "nulls in a specification",
      {
        executionLocation: { type: "temporaryLauncher", spec: { ...SPEC, gpus: null, swapMebibytes: null } },
      },
      {
        executionLocation: {
          type: "temporaryLauncher",
          spec: { cpus: 0.25, memoryMebibytes: 512, diskMebibytes: 1024 },
        },
      },
    ],
    ["a single definition", parameters({ train: definition("x") }), parameters({ train: [definition("x")] })],
    [
      "the old name of createState",
      { parameterDefinitions: { initializeWeights: [], train: [], evaluateInput: [], evaluateOutput: [] } },
      parameters({ initializeWeights: [] }),
    ],
    [
      "a definition without required and annotations",
      parameters({ train: [{ name: "x", rules: { shape: [], allowedTypes: ["f32"] } }] }),
      parameters({
        train: [{ name: "x", required: true, rules: { shape: [], allowedTypes: ["f32"], annotations: [] } }],
      }),
    ],
  ])("%s: is copied into the canonical one, and known as it came", (_, fields, canonical) => {
    const came = structuredClone(session(fields));
    const { given, session: decoded } = read(fields);
    expect(decoded).toEqual(session(canonical));
    expect(decoded && asAnswered(decoded)).toBe(given);
    expect(given).toEqual(came);
  });

  it("has no key for a field that came as null", () => {
    const { session: decoded } = read({ executionLocation: null });
    expect(decoded && "executionLocation" in decoded).toBe(false);
  });
});

describe("a session that cannot be read", () => {
  it.each([
    ["id", { id: 1 }],
    ["startedAt", { startedAt: undefined }],
    ["startedAt", { startedAt: "2024" }],
    ["startedAt", { startedAt: Infinity }],
    ["startedAt", { startedAt: 9e15 }],
    ["modelId", { modelId: null }],
    ["parameterDefinitions", { parameterDefinitions: [] }],
    ["train", parameters({ train: null })],
    ["createState", parameters({ createState: undefined })],
    ["name", parameters({ train: [{ rules: {} }] })],
    ["rules", parameters({ train: [{ name: "x" }] })],
    ["shape", parameters({ train: [{ name: "x", rules: { shape: ["1"], allowedTypes: [] } }] })],
    ["allowedTypes", parameters({ train: [{ name: "x", rules: { shape: [], allowedTypes: [1] } }] })],
    [
      "annotations",
      parameters({ train: [{ name: "x", rules: { shape: [], allowedTypes: [], annotations: {} } }] }),
    ],
    ["trainingSessions", { trainingSessions: undefined }],
    ["training", { trainingSessions: [{ id: 1, createdAt: 1, state: "a" }] }],
    ["createdAt", { trainingSessions: [{ id: "t", createdAt: null, state: "a" }] }],
    ["state", { trainingSessions: [{ id: "t", createdAt: 1, state: 3 }] }],
    ["executionLocation", { executionLocation: "here" }],
    ["type", { executionLocation: {} }],
    ["persistentLauncherId", { executionLocation: { type: "persistentLauncher", spec: SPEC } }],
    ["spec", { executionLocation: { type: "temporaryLauncher" } }],
    ["cpus", { executionLocation: { type: "temporaryLauncher", spec: { memoryMebibytes: 1 } } }],
    ["gpus", { executionLocation: { type: "temporaryLauncher", spec: { ...SPEC, gpus: [] } } }],
    ["count", { executionLocation: { type: "temporaryLauncher", spec: { ...SPEC, gpus: { model: "a" } } } }],
  ])("for its %s is named with its place and the reason", (what, fields) => {
    const { unreadable, session: decoded } = read(fields);
    expect(decoded).toBeUndefined();
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]).toMatchObject({ index: 0, reason: expect.stringContaining(what) as string });
  });

  it("never hides the others", () => {
    const list = [session({ id: "a" }), null, session({ id: "b", modelId: 1 }), session({ id: "c" }), 7];
    const { debugSessions, unreadable } = readDebugSessions({ debugSessions: list });
    expect(debugSessions.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(unreadable.map(({ index, id }) => [index, id])).toEqual([
      [1, undefined],
      [2, "b"],
      [4, undefined],
    ]);
  });
});

describe("a result that is no list of sessions", () => {
  it.each([null, [], "a", {}, { debugSessions: null }, { debugSessions: {} }])("%j is refused", (result) => {
    expect(() => readDebugSessions(result)).toThrow(DecodeError);
  });
});

describe("10,000 sessions", () => {
  it("are checked in less than half the time that JSON.parse takes", () => {
    const list = Array.from({ length: 10_000 }, (_, i) => session({ id: `session-${i}` }));
    const text = JSON.stringify({ debugSessions: list });
    const shares = Array.from({ length: 9 }, () => {
      const start = performance.now();
      const parsed: unknown = JSON.parse(text);
      const between = performance.now();
      const { debugSessions } = readDebugSessions(parsed);
      const end = performance.now();
      expect(debugSessions).toHaveLength(10_000);
      return (end - between) / (between - start);
    });
    expect(Math.min(...shares)).toBeLessThan(0.5);
  });
});
