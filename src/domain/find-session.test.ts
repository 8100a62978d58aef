import { describe, expect, it } from "vitest";
import { findSession } from "./find-session.ts";
import { knownSession } from "./known-fixture.ts";
import { NOTHING_KNOWN } from "./known.ts";

const known = (...ids: string[]) => ({
  ...NOTHING_KNOWN,
  sessions: new Map(ids.map((id) => [id, knownSession({ id })])),
});

describe("the session a link names", () => {
  it("is the one with that id", () => {
    expect(findSession(known("a", "b"), "b")?.session.id).toBe("b");
  });

  it("is found although its id holds half a character that no link can hold", () => {
    expect(findSession(known("a", "x\uD800"), "x\uFFFD")?.session.id).toBe("x\uD800");
  });

  it("is the exact one when both exist", () => {
    expect(findSession(known("x\uD800", "x\uFFFD"), "x\uFFFD")?.session.id).toBe("x\uFFFD");
  });

  it("is none when nobody has it", () => {
    expect(findSession(known("a"), "__proto__")).toBeUndefined();
  });
});
