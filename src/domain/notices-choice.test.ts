import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeChoice, encodeChoice, isAsked, NO_NOTICES, withNotices } from "./notices-choice.ts";

describe("the choice of notices", () => {
  it("is nothing at first, then sessions or all", () => {
    expect(isAsked(NO_NOTICES, "a")).toBe(false);
    const one = withNotices(NO_NOTICES, "a", true);
    expect([isAsked(one, "a"), isAsked(one, "b"), isAsked(one, undefined)]).toEqual([true, false, false]);
    const all = withNotices(one, undefined, true);
    expect([isAsked(all, "b"), isAsked(all, undefined)]).toEqual([true, true]);
    expect(withNotices(all, undefined, false)).toEqual(one);
    expect(withNotices(one, "a", false)).toEqual(NO_NOTICES);
  });

  it("holds the newest 200 sessions", () => {
    let choice = NO_NOTICES;
    for (let i = 0; i < 205; i++) choice = withNotices(choice, `${i}`, true);
    expect(choice.sessions).toHaveLength(200);
    expect([isAsked(choice, "4"), isAsked(choice, "5"), isAsked(choice, "204")]).toEqual([false, true, true]);
    expect(withNotices(choice, "5", true).sessions.at(-1)).toBe("5");
  });

  it("comes back as it was written", () => {
    const choices = fc.record({
      notify: fc.constantFrom("none" as const, "all" as const),
      sessions: fc.uniqueArray(fc.string({ unit: "binary" }), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(decodeChoice(encodeChoice(choice))).toEqual(choice);
      }),
    );
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "7",
    '"all"',
    "[]",
    '{"notify":"some"}',
    '{"sessions":"a"}',
    '{"sessions":[1,null,{}]}',
  ])("is nothing where %j is kept", (text) => {
    expect(decodeChoice(text)).toEqual(NO_NOTICES);
  });

  it("keeps what can be read of what is kept", () => {
    expect(decodeChoice('{"notify":"all","sessions":["a",1,"a","b"]}')).toEqual({
      notify: "all",
      sessions: ["a", "b"],
    });
    const many = JSON.stringify({ sessions: Array.from({ length: 300 }, (_, i) => `${i}`) });
    expect(decodeChoice(many).sessions).toHaveLength(200);
  });

  it("is nothing or a choice, whatever is kept", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { notify, sessions } = decodeChoice(text);
        expect(["none", "all"]).toContain(notify);
        expect(sessions.every((id) => typeof id === "string")).toBe(true);
      }),
    );
  });
});
