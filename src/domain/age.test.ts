import { describe, expect, it } from "vitest";
import { ageOf } from "./age.ts";
import { knownSession } from "./known-fixture.ts";

describe("the age of a session", () => {
  it("goes on while answers hold it", () => {
    expect(ageOf(knownSession({ startedAt: 1_000 }), 61_000)).toBe(60_000);
  });

  it("stops at the last sight of one that ended", () => {
    expect(ageOf(knownSession({ startedAt: 1_000, ended: { after: 31_000, by: 36_000 } }), 61_000)).toBe(
      30_000,
    );
  });

  it("stops at the last sight of one that the newest answer was not asked for", () => {
    expect(ageOf({ ...knownSession({ startedAt: 1_000 }), lastSeen: 21_000 }, 61_000)).toBe(20_000);
  });

  it("is never negative, whatever the server's clock says", () => {
    expect(ageOf(knownSession({ startedAt: 90_000 }), 61_000)).toBe(0);
  });
});
