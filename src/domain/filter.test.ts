import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFilter, narrows, NO_FILTER, type SessionFilter } from "./filter.ts";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";

const ENDED = { after: 5_000, by: 6_000 };

const sessions = [
  knownSession({ id: "s-running", modelId: "vision", on: { launcher: "rack-a" }, trainings: ["running"] }),
  knownSession({ id: "s-starting", modelId: "vision", on: { launcher: "rack-b" }, trainings: ["starting"] }),
  knownSession({ id: "s-failed", modelId: "text", trainings: ["completed", "failed"] }),
  knownSession({ id: "s-idle", modelId: "text", on: "absent", parameters: ["Learning Rate"] }),
  knownSession({ id: "s-ended", modelId: "vision", trainings: ["running"], ended: ENDED }),
];

const ids = (shown: readonly KnownSession[]) => shown.map((known) => known.session.id);
const shown = (filter: Partial<SessionFilter>) => ids(applyFilter(sessions, { ...NO_FILTER, ...filter }));

describe("applyFilter", () => {
  it("shows everything, in the order given, when nothing is asked", () => {
    expect(applyFilter(sessions, NO_FILTER)).toEqual(sessions);
    expect(applyFilter(sessions, { ...NO_FILTER, q: " \t" })).toBe(sessions);
  });

  it("goes by activity, for an ended session by the one it had when last seen", () => {
    expect(shown({ state: ["running"] })).toEqual(["s-running", "s-ended"]);
    expect(shown({ state: ["starting", "idle"] })).toEqual(["s-starting", "s-idle"]);
    expect(shown({ state: ["failed"] })).toEqual(["s-failed"]);
  });

  it("knows persistent and temporary locations, and shows absent ones only when neither is asked for", () => {
    expect(shown({ location: ["persistent"] })).toEqual(["s-running", "s-starting"]);
    expect(shown({ location: ["temporary"] })).toEqual(["s-failed", "s-ended"]);
    expect(shown({ location: ["persistent", "temporary"] })).not.toContain("s-idle");
  });

  it("takes any of the launchers, any of the models, and both filters together", () => {
    expect(shown({ launcher: ["rack-a", "rack-b"] })).toEqual(["s-running", "s-starting"]);
    expect(shown({ model: ["text", "nobody"] })).toEqual(["s-failed", "s-idle"]);
    expect(shown({ launcher: ["rack-a"], model: ["text"] })).toEqual([]);
  });

  it("shows, hides or keeps only what has ended", () => {
    expect(shown({ ended: "hide" })).not.toContain("s-ended");
    expect(shown({ ended: "only" })).toEqual(["s-ended"]);
  });

  it("takes ids whole", () => {
    expect(shown({ ids: ["s-idle", "s-run", "gone"] })).toEqual(["s-idle"]);
  });

  it("finds an id with half a surrogate pair by the form a link gives it", () => {
    const odd = knownSession({ id: "x\uD800", modelId: "m\uDC00" });
    expect(applyFilter([odd], { ...NO_FILTER, ids: ["x\uFFFD"], model: ["m\uFFFD"] })).toEqual([odd]);
  });

  it("takes prototype words for ordinary ids", () => {
    const odd = knownSession({ id: "__proto__", modelId: "constructor", on: { launcher: "toString" } });
    const filter = { ...NO_FILTER, ids: ["__proto__"], model: ["constructor"], launcher: ["toString"] };
    expect(applyFilter([...sessions, odd], filter)).toEqual([odd]);
    expect(shown({ model: ["__proto__"], launcher: ["constructor"] })).toEqual([]);
  });
});

describe("the text filter", () => {
  const one = knownSession({
    id: "ee8b127e",
    modelId: "vision-model",
    on: { launcher: "rack-7" },
    trainings: [{ id: "tr-99", state: "completed" }],
    parameters: ["Learning Rate", "straße"],
  });
  const finds = (q: string) => applyFilter([one], { ...NO_FILTER, q }).length === 1;

  it.each([
    ["the id", "8b12"],
    ["the model", "vision-m"],
    ["the launcher", "rack-7"],
    ["a training", "tr-99"],
    ["a parameter", "learning"],
    ["another case", "LEARNING rAtE"],
    ["a letter that grows in upper case", "STRASSE"],
    ["words in any order and place", "  rate\tvision 8b12 "],
    ["nothing but white space", " \u00a0 "],
  ])("finds %s", (_, q) => {
    expect(finds(q)).toBe(true);
  });

  it("misses when one word is nowhere", () => {
    expect(finds("vision text")).toBe(false);
  });

  it("takes a word for itself, not for a pattern", () => {
    expect(finds(".*")).toBe(false);
  });

  it("never joins the end of one item to the start of the next", () => {
    expect(finds("ee8b127evision-model")).toBe(false);
  });

  it("finds every training ever seen on the session, also one no longer listed", () => {
    const before = knownSession({ trainings: [{ id: "tr-gone", state: "completed" }] });
    const known = { ...knownSession(), trainings: before.trainings };
    expect(applyFilter([known], { ...NO_FILTER, q: "tr-gone" })).toEqual([known]);
  });

  it("reads a new observation of the same session anew", () => {
    const filter = { ...NO_FILTER, q: "fresh" };
    expect(applyFilter([knownSession({ modelId: "stale" })], filter)).toHaveLength(0);
    expect(applyFilter([knownSession({ modelId: "fresh" })], filter)).toHaveLength(1);
  });
});

describe("a filter that was typed on", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "B", "ß", " ", "1"), maxLength: 6 });
  it("lets nothing through that the shorter one kept out", () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.string({ unit: fc.constantFrom("a", "b", "ß", "1"), maxLength: 8 }),
        (q, more, id) => {
          const [filter, next] = [
            { ...NO_FILTER, q },
            { ...NO_FILTER, q: q + more },
          ];
          expect(narrows(filter, next)).toBe(true);
          const one = [knownSession({ id })];
          expect(applyFilter(applyFilter(one, filter), next)).toEqual(applyFilter(one, next));
        },
      ),
    );
  });

  it.each([
    ["another text", { q: "b" }],
    ["a shorter text", { q: "" }],
    ["another state", { q: "ab", state: ["idle" as const] }],
    ["other ids", { q: "ab", ids: ["x"] }],
    ["ended ones only", { q: "ab", ended: "only" as const }],
  ])("is not meant by %s", (_, changes) => {
    expect(narrows({ ...NO_FILTER, q: "a" }, { ...NO_FILTER, ...changes })).toBe(false);
  });
});
