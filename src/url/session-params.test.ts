import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { SESSION_TABS, sessionParams } from "./session-params.ts";
import { readView, writeView } from "./view.ts";

describe("the parameters of the session page", () => {
  it("have the documented defaults", () => {
    expect(readView(sessionParams, "?sort=model")).toEqual({
      view: { tab: "timeline", training: null, events: "all", range: { kind: "last", name: "all" } },
      ignored: [],
    });
  });

  it.each(SESSION_TABS)("open the tab %s", (tab) => {
    expect(readView(sessionParams, writeView(sessionParams, "", { tab })).view.tab).toBe(tab);
  });

  it("fall back to the timeline for a tab that is none", () => {
    expect(readView(sessionParams, "?tab=logs")).toMatchObject({
      view: { tab: "timeline" },
      ignored: ["tab=logs"],
    });
  });

  it("select any training, one with an empty id too, or none", () => {
    fc.assert(
      fc.property(fc.option(hostileText.map(toWellFormed)), (training) => {
        expect(readView(sessionParams, writeView(sessionParams, "", { training })).view.training).toBe(
          training,
        );
      }),
    );
    expect(writeView(sessionParams, "?training=t", { training: null })).toBe("");
  });

  it("are written in the documented order", () => {
    expect(
      writeView(sessionParams, "", {
        range: { kind: "last", name: "1h" },
        training: "a,b",
        events: "trainings",
        tab: "raw",
      }),
    ).toBe("?tab=raw&training=a,b&events=trainings&range=1h");
  });
});
