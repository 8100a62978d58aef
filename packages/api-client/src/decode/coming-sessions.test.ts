/** An answer that is read while it comes is the answer that is read whole. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeHttpResponse } from "../wire/index.ts";
import { asAnswered, createComingSessions, readDebugSessions } from "./sessions.ts";

const NOTHING = { createState: [], train: [], evaluateInput: [], evaluateOutput: [] };
const parametersOf = (name: string) => ({
  ...NOTHING,
  train: [{ name, required: true, rules: { shape: [-1], allowedTypes: ["f32"], annotations: [] } }],
});

const sessionOf = (id: string, modelId = "m", parameterDefinitions: unknown = parametersOf("x")) => ({
  id,
  startedAt: 1e12,
  modelId,
  parameterDefinitions,
  trainingSessions: [{ id: `${id}-t`, createdAt: 1e12, state: "running" }],
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("", '"', "\\", '},{"id":"', '","startedAt":', '","parameterDefinitions":', "a"),
);
const session = fc
  .tuple(
    text,
    text,
    fc.oneof(text.map(parametersOf), fc.constantFrom(parametersOf("x"), 0, -1, null, {}, [])),
  )
  .map((parts) => sessionOf(...parts));
/** What no server sends among the sessions. */
const other = fc.oneof(
  fc.jsonValue(),
  session.map(({ startedAt, ...rest }) => ({ ...rest, startedAt })),
);
const sessions = fc.array(fc.oneof({ weight: 9, arbitrary: session }, { weight: 1, arbitrary: other }));
const answer = fc.oneof(
  { weight: 9, arbitrary: sessions.map((debugSessions) => ({ result: { debugSessions } })) },
  { weight: 1, arbitrary: sessions.map((debugSessions) => ({ result: { debugSessions, more: [1] } })) },
  {
    weight: 1,
    arbitrary: sessions.map((debugSessions) => ({ result: { debugSessions: [[debugSessions]] } })),
  },
);
/** Where the network cuts a body, as shares of it. */
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

/** What is made of a body that comes in pieces. */
function comes(
  coming: ReturnType<ReturnType<typeof createComingSessions>>,
  bytes: Uint8Array,
  at: readonly number[],
) {
  const ends = [
    ...at.toSorted((a, b) => a - b).map((share) => Math.floor(share * bytes.length)),
    bytes.length,
  ];
  ends.forEach((end, index) => coming.look(bytes.subarray(ends[index - 1] ?? 0, end)));
  return coming.result();
}

describe("sessions read while their answer comes", () => {
  it("are those read from the whole, whatever they hold and wherever it is cut; or nothing is read", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(answer, cuts), { maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        (told, batch) => {
          const next = createComingSessions(batch);
          const read = told.map(([body, at]) => comes(next(), encodeHttpResponse(body), at));
          const plain = told.map(({ 0: { result } }) =>
            readDebugSessions(JSON.parse(JSON.stringify(result))),
          );
          expect(read).toEqual(plain.map((whole, index) => read[index] && whole));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("are read in the form that servers write", () => {
    const list = Array.from({ length: 200 }, (_, index) =>
      sessionOf(`s${index}`, `m${index % 3}`, parametersOf(`p${index % 3}`)),
    );
    for (const batch of [1, 700, undefined]) {
      const next = createComingSessions(batch);
      for (let answers = 0; answers < 3; answers += 1) {
        const read = comes(
          next(),
          encodeHttpResponse({ result: { debugSessions: list } }),
          [0, 0.001, 0.2, 0.5, 0.51, 0.9],
        );
        expect(read?.debugSessions).toEqual(list);
        expect(read?.debugSessions.map(asAnswered)).toEqual(list);
      }
    }
  });

  it("share what is the same of a model's parameters, from answer to answer", () => {
    const next = createComingSessions(1);
    const list = Array.from({ length: 40 }, (_, index) =>
      sessionOf(`s${index}`, index % 10 === 0 ? "n" : "m"),
    );
    const shares = Array.from({ length: 50 }, (_, index) => index / 50);
    const read = () =>
      comes(next(), encodeHttpResponse({ result: { debugSessions: list } }), shares)?.debugSessions.map(
        (each) => each.parameterDefinitions,
      );
    const [first, second, third] = [read(), read(), read()].map((parameters) => new Set(parameters));
    expect(first?.size).toBeLessThan(10);
    expect(second?.size).toBe(2);
    expect(third).toEqual(second);
    expect([...(second ?? [])].every((parameters) => first?.has(parameters) && third?.has(parameters))).toBe(
      true,
    );
  });

  it("are others where the model's parameters are, and the same again where those are", () => {
    const next = createComingSessions(1);
    const read = (name: string) =>
      comes(
        next(),
        encodeHttpResponse({ result: { debugSessions: [sessionOf("a", "m", parametersOf(name))] } }),
        [],
      )?.debugSessions[0]?.parameterDefinitions;
    const names = ["x", "x", "xy", "x", "x", "xyz", "xyz", "xyz"];
    const parameters = names.map(read);
    expect(parameters.map((one) => one?.train[0]?.name)).toEqual(names);
    expect(parameters[1]).toBe(parameters[0]);
    expect(parameters[7]).toBe(parameters[6]);
  });

  it("are not taken for what stands in for what is known, whatever the server writes", () => {
    const known = JSON.stringify(parametersOf("x"));
    const next = createComingSessions(1);
    const read = (first: string) => {
      const text = `{"result":{"debugSessions":[{"id":"a","startedAt":1e12,"modelId":"m","parameterDefinitions":${first},"trainingSessions":[]}]}}`;
      return comes(
        next(),
        new Uint8Array([253, text.length >> 8, text.length & 255, ...Buffer.from(text)]),
        [],
      );
    };
    expect(read(known)?.debugSessions).toHaveLength(1);
    for (const number of ["-0", "0", "-1", "1e999"]) {
      const twice = read(`${known},"parameterDefinitions":${number}`);
      expect(twice?.debugSessions ?? []).toEqual([]);
    }
  });

  it("of a session as long as all others are read too", () => {
    const long = { ...sessionOf("long"), note: "n".repeat(5_000) };
    const list = [sessionOf("a"), long, sessionOf("b")];
    const shares = Array.from({ length: 99 }, (_, index) => index / 100);
    expect(
      comes(createComingSessions(50)(), encodeHttpResponse({ result: { debugSessions: list } }), shares)
        ?.debugSessions,
    ).toEqual(list);
  });

  it.each([
    ["an empty list", { result: { debugSessions: [] } }, true],
    ["a further field", { result: { debugSessions: [], more: 1 } }, false],
    ["an error", { error: { code: "unknown" } }, false],
    ["another field first", { result: { more: 1, debugSessions: [] } }, false],
  ])("with %s", (_, body, isRead) => {
    expect(comes(createComingSessions()(), encodeHttpResponse(body), [0.5]) !== undefined).toBe(isRead);
  });

  it.each([
    ["nothing between commas", "[,]"],
    ["a comma at the end", '[{"id":"a","startedAt":1},]'],
    ["what is no JSON", "[nonsense]"],
    ["bytes that are no text", '["\u00ff"]'],
    ["a character that breaks off at the end", "[]}}\u00c3"],
  ])("are left to who reads the whole, with %s", (_, list) => {
    const closing = list.endsWith("]") ? "}}" : "";
    const json = Buffer.from(`{"result":{"debugSessions":${list}${closing}`, "latin1");
    const bytes = new Uint8Array([json.length, ...json]);
    expect(comes(createComingSessions(1)(), bytes, [0.2, 0.7])).toBeUndefined();
  });

  it("are left to who reads the whole, where blobs follow or the end is missing", () => {
    const whole = encodeHttpResponse({ result: { debugSessions: [sessionOf("a")] } });
    expect(comes(createComingSessions()(), whole.subarray(0, -1), [])).toBeUndefined();
    const body = encodeHttpResponse({ result: { debugSessions: [] } }, [new Uint8Array([1])]);
    expect(comes(createComingSessions()(), body, [])).toBeUndefined();
  });
});
