// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaBetween } from "../domain/known-delta.ts";
import { NOTHING_KNOWN } from "../domain/known.ts";
import { observe } from "../domain/observe.ts";
import { prune } from "../domain/prune.ts";
import { watching } from "../domain/watching-fixture.ts";
import { emptyStorage, opened } from "./history-fixture.ts";

emptyStorage();

describe("the law of kept history", () => {
  it("what is loaded is what was known, whatever was observed, waited for, forgotten, pruned and reloaded on the way", async () => {
    let runs = 0;
    const step = fc.constantFrom("wait", "wait", "go on", "reload", "forget the old", "prune");
    await fc.assert(
      fc.asyncProperty(
        watching,
        fc.array(step, { minLength: 8, maxLength: 8 }),
        async ({ answers }, steps) => {
          // A connection of its own for each run is an empty store.
          runs += 1;
          const connection = `run ${runs}`;
          let page = await opened(connection);
          let known = await page.store.load();
          expect(known).toEqual(NOTHING_KNOWN);
          for (const [index, next] of answers.entries()) {
            const what = steps[index % steps.length];
            const before = known;
            known = observe(known, next, { intervalMs: 20 });
            if (what === "forget the old") known = prune(known, { endedBefore: next.sentAt - 50 });
            const saved = page.store.save(deltaBetween(before, known));
            if (what !== "go on") await saved;
            // Nothing is too old or too much; what is past of the journal goes.
            if (what === "prune") await page.store.prune();
            if (what !== "reload") continue;
            page.store.close();
            page = await opened(connection);
            const loaded = await page.store.load();
            // What memory lost is its own: nobody asked the store to hold it.
            expect(loaded).toEqual({ ...known, wholeFrom: undefined });
            known = loaded;
          }
          page.store.close();
          const last = await opened(connection);
          expect(await last.store.load()).toEqual({ ...known, wholeFrom: undefined });
          expect([page.notices, last.notices]).toEqual([[], []]);
          last.store.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
