import fc from "fast-check";
import { expect, it } from "vitest";
import { changeOf, deltaBetween } from "./known-delta.ts";
import { type Known, NOTHING_KNOWN } from "./known.ts";
import { newsAfter, noNews } from "./news.ts";
import { observe } from "./observe.ts";
import { NOTHING_DONE, whatIsDone } from "./tab-signs.ts";
import { watching } from "./watching-fixture.ts";

/** What is known after each answer, some of them with what they changed. */
const courses = fc
  .tuple(watching, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
  .map(([{ answers }, tells]) => {
    const states: Known[] = [];
    let known = NOTHING_KNOWN;
    for (const [index, next] of answers.entries()) {
      const before = known;
      known = observe(before, next, { intervalMs: 20 });
      const change = tells[index % 4] ? changeOf(before.sessions, deltaBetween(before, known)) : undefined;
      states.push({ ...known, change });
    }
    return states;
  });

it("names the sessions that are not those of the beginning, whether or not answers tell what they changed", () => {
  fc.assert(
    fc.property(courses, fc.nat(), (states, some) => {
      const from = states.slice(states.length === 0 ? 0 : some % states.length);
      const [first = NOTHING_KNOWN] = from;
      let news = noNews(first);
      const changed = new Set<string>();
      for (const [index, known] of from.entries()) {
        news = newsAfter(news, known);
        const before = from[index - 1] ?? first;
        for (const [id, session] of known.sessions) if (before.sessions.get(id) !== session) changed.add(id);
      }
      expect(news.ids).toEqual(changed);
    }),
  );
});

it("what is done is counted alike from what changed and from all there is", () => {
  fc.assert(
    fc.property(courses, (states) => {
      let doing = NOTHING_DONE;
      for (const known of states) {
        doing = whatIsDone(known, doing);
        expect(doing).toEqual(whatIsDone(known, NOTHING_DONE));
      }
    }),
  );
});
