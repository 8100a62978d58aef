import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { launchersParams } from "./launchers-params.ts";
import { readView, writeView } from "./view.ts";

describe("the parameters of the launchers", () => {
  it("ask for all launchers by default", () => {
    expect(readView(launchersParams, "?launcher=&range=1h")).toEqual({
      view: { launcher: [], open: [], folded: [] },
      ignored: [],
    });
    expect(writeView(launchersParams, "?launcher=a", { launcher: [] })).toBe("");
  });

  it("bring any launchers through a link unchanged", () => {
    const ids = fc.uniqueArray(hostileText.map(toWellFormed), { maxLength: 4 });
    fc.assert(
      fc.property(ids, ids, ids, (launcher, open, folded) => {
        const { search } = new URL(
          `http://localhost/launchers${writeView(launchersParams, "", { launcher, open, folded })}`,
        );
        expect(readView(launchersParams, search)).toEqual({ view: { launcher, open, folded }, ignored: [] });
      }),
    );
  });
});
