import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, theSession } from "../domain/answer-fixture.ts";
import type { Answer } from "../domain/known.ts";
import { packSessions } from "../domain/packed-session.ts";
import { readSession } from "../domain/session.ts";
import { watching } from "../domain/watching-fixture.ts";
import { isConnectionRecord } from "./connection-record.ts";
import { createStoredReading } from "./read-stored.ts";

/** Whether a value reads as a session: the objects themselves, as they were stored at first. */
const isKnownSession = (value: unknown): boolean => createStoredReading()(value) !== undefined;

const SPEC = {
  cpus: 0.25,
  memoryMebibytes: 512,
  diskMebibytes: 1,
  swapMebibytes: 2,
  gpus: { model: "g", count: 1 },
};
const PERSISTENT = Object.assign({ type: "persistentLauncher" }, { persistentLauncherId: "l", spec: SPEC });
const PARAMETER = {
  name: "p",
  required: true,
  rules: { shape: [-1], allowedTypes: ["f32"], annotations: ["a"] },
};

const reading = (startedAt: number, state: string, executionLocation: { type: string } = PERSISTENT) =>
  readSession({
    id: "s",
    startedAt,
    modelId: "m",
    parameterDefinitions: {
      createState: [PARAMETER],
      train: [PARAMETER],
      evaluateInput: [PARAMETER],
      evaluateOutput: [PARAMETER],
    },
    trainingSessions: state === "" ? [] : [{ id: "t", createdAt: startedAt, state }],
    executionLocation,
  });
const at = (sentAt: number, facts: Partial<Answer>): Answer => ({
  sentAt,
  receivedAt: sentAt + 10,
  scope: ["s"],
  unreadable: [],
  sessions: [],
  ...facts,
});

/** Every field there can be, told of by a fold of answers: a second life, trainings that ended and left, an end. */
function rich(location: { type: string }) {
  const known = fold([
    at(100, { sessions: [reading(1, "running", location)] }),
    at(200, { sessions: [reading(1, "completed", location)] }),
    at(300, { sessions: [reading(250, "running", location)] }),
    at(400, { sessions: [reading(250, "failed", location)] }),
    at(500, { sessions: [reading(250, "", location)] }),
    at(600, { unreadable: [{ index: 0, id: "x", reason: "r" }], scope: ["s", "x"] }),
  ]);
  return structuredClone({
    session: theSession(known, "s"),
    record: { watched: known.watched, latest: known.latest },
  });
}
const persistent = rich(PERSISTENT);

type Path = readonly (string | number)[];
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every place within the value, lists and objects themselves included, from the root on. */
const placesIn = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(isTree(value) ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key])) : []),
];

/** A copy with another value at the place. */
function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined || !isTree(value)) return other;
  const inner = withValue(value[key], rest, other);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === String(key) ? inner : item))
    : { ...value, [key]: inner };
}

/** Of no type that any field has. */
const RUBBISH = [null, Symbol.iterator, NaN, new Map()];

describe("a stored session", () => {
  it("reads as it was written, whatever was observed", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const known = structuredClone(fold(answers));
        expect([...known.sessions.values()].filter((session) => !isKnownSession(session))).toEqual([]);
        expect(isConnectionRecord({ watched: known.watched, latest: known.latest })).toBe(true);
      }),
    );
  });

  it.each([
    { type: "persistentLauncher", persistentLauncherId: "l", spec: SPEC },
    { type: "temporaryLauncher", spec: { cpus: 1, memoryMebibytes: 1 } },
    { type: "invented", later: { spec: null } },
  ])("reads with the location $type", (location) => {
    expect(isKnownSession(rich(location).session)).toBe(true);
  });

  it("does not read with a wrong value in any of its fields", () => {
    const { session } = persistent;
    const places = placesIn(session);
    expect(places.length).toBeGreaterThan(150);
    for (const rubbish of RUBBISH) {
      const wrong = places.filter((place) => isKnownSession(withValue(session, place, rubbish)));
      expect(wrong).toEqual([]);
    }
  });

  it("does not read without any of the fields that are always there", () => {
    const { session } = persistent;
    const optional =
      /(after|lastSeen|ended|end|lastListed|executionLocation|gpus|diskMebibytes|swapMebibytes)$/;
    const places = placesIn(session).filter((place) => !optional.test(place.join(".")));
    expect(places.filter((place) => isKnownSession(withValue(session, place, undefined)))).toEqual([]);
  });
});

describe("a session stored as text", () => {
  it("reads as it was written, whatever was observed, and so do the objects of before", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const sessions = [...fold(answers).sessions.values()];
        const read = createStoredReading();
        expect(sessions.map((known) => read(packSessions([known])))).toEqual(sessions);
        expect(sessions.map((known) => read({ packed: packSessions([known]), ended: known.ended }))).toEqual(
          sessions,
        );
        expect(sessions.map((known) => read(structuredClone(known)))).toEqual(sessions);
      }),
    );
  });

  it.each(["", "{", "null", "[]", "{}", '{"sessions":[]}', '{"sessions":[{}]}', '{"sessions":7}'])(
    "does not read where the text is %j",
    (text) => {
      expect([text, { packed: text }].map(createStoredReading())).toEqual([undefined, undefined]);
    },
  );

  it("does not read with a wrong value in any place of its text, and spoils nothing that is read after it", () => {
    const text = packSessions([persistent.session]);
    const told: unknown = JSON.parse(text);
    const read = createStoredReading();
    const before = read(text);
    expect(before).toBeDefined();
    const places = placesIn(told);
    expect(places.length).toBeGreaterThan(80);
    const withNonsense = (place: Path) => JSON.stringify(withValue(told, place, { nonsense: true }));
    expect(places.filter((place) => read(withNonsense(place)) !== undefined)).toEqual([]);
    expect(read(text)).toEqual(before);
  });
});

describe("a stored training", () => {
  it("does not read without a state that was seen", () => {
    const { session } = persistent;
    const emptied = withValue(session, ["earlier", 0, "trainings", 0, "seen"], []);
    expect([isKnownSession(session), isKnownSession(emptied)]).toEqual([true, false]);
  });
});

describe("the stored record of a connection", () => {
  it("reads as it was written, before the first answer too", () => {
    expect(isConnectionRecord(persistent.record)).toBe(true);
    expect(isConnectionRecord({ watched: [], latest: undefined })).toBe(true);
  });

  it("does not read with a wrong value in any of its fields", () => {
    const { record } = persistent;
    const places = placesIn(record);
    expect(places.length).toBeGreaterThan(12);
    for (const rubbish of RUBBISH) {
      expect(places.filter((place) => isConnectionRecord(withValue(record, place, rubbish)))).toEqual([]);
    }
  });
});
