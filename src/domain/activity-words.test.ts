import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityLog } from "./activity-log.ts";
import { eventsOf, logText } from "./activity-words.ts";
import { EVENT_KINDS } from "./event-kinds.ts";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { hostileText } from "./text-fixture.ts";
import { watching } from "./watching-fixture.ts";

const logs = watching.map(({ answers }) => {
  const known = fold(answers);
  return [...known.sessions.values()].map((session) => activityLog(session, known.watched));
});

describe("the kinds of what was observed", () => {
  it("part the log: each event is of one kind, and all are there in their order", () => {
    fc.assert(
      fc.property(logs, (all) => {
        for (const log of all) {
          const parts = EVENT_KINDS.filter((kind) => kind !== "all").map((kind) => eventsOf(log, kind));
          expect(parts.flat().length).toBe(log.length);
          expect(new Set(parts.flat())).toEqual(new Set(log));
          for (const part of parts) expect(part).toEqual(log.filter((event) => part.includes(event)));
          expect(eventsOf(log, "all")).toBe(log);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a copied log", () => {
  it("has a head, and a line for each event that begins with its instant", () => {
    fc.assert(
      fc.property(logs, (all) => {
        for (const log of all) {
          const [head, ...lines] = logText("s", log).split("\n");
          expect(head).toContain("Session s");
          expect(lines.pop()).toBe("");
          expect(lines.map((line) => Date.parse(line.split(" ")[0] ?? ""))).toEqual(log.map(({ at }) => at));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("names the day of an instant that is not that of its line", () => {
    const [from, seen, gone] = ["2026-03-11T12:00:00Z", "2026-03-14T12:00:00Z", "2026-03-16T07:02:11Z"].map(
      (text) => Date.parse(text),
    ) as [number, number, number];
    const known = fold([
      answer(seen, [{ startedAt: from, trainings: [`t running ${from + 60_000}`] }]),
      answer(gone, []),
    ]);
    const text = logText("s", activityLog(theSession(known), known.watched)).replaceAll("\u00a0", " ");
    expect(text).toContain("Session first seen, started 11 Mar 12:00:00\n");
    expect(text).toContain("created 11 Mar 12:01:00");
    expect(text).toContain("(between 14 Mar 12:00:00 and 07:02:11)");
  });

  it("stays one line for each, whatever an id is made of", () => {
    fc.assert(
      fc.property(hostileText, (id) => {
        expect(logText(id, []).split(/[\n\r\u2028\u2029]/u)).toHaveLength(2);
      }),
    );
    expect(logText("a\nb", [])).toContain(String.raw`Session a\u000ab,`);
  });
});
