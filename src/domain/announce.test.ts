import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeWords,
  nextSaying,
  NOTHING_TOLD,
  QUIET_MS,
  SETTLED_MS,
  type ListStanding,
} from "./announce.ts";
import { CHANGE_KINDS, type ChangeKind, type Changes } from "./since.ts";

const changes = (counts: Partial<Record<ChangeKind, number>>): Changes => {
  const of = (kind: ChangeKind) => ({ count: counts[kind] ?? 0, sessions: [] });
  return { started: of("started"), completed: of("completed"), failed: of("failed"), ended: of("ended") };
};

/** What an answer at some time brought. */
type News = Readonly<Record<number, Partial<Record<ChangeKind, number>>>>;

/** Changes told by the answers of a script after an instant. */
const since = (news: News) => (at: number) => {
  const sum: Record<ChangeKind, number> = { started: 0, completed: 0, failed: 0, ended: 0 };
  for (const [time, counts] of Object.entries(news)) {
    if (Number(time) <= at) continue;
    for (const kind of CHANGE_KINDS) sum[kind] += counts[kind] ?? 0;
  }
  return changes(sum);
};

const AT = 1_000_000;

/** Plays looks at the list, at seconds from the beginning, and tells what was said at which second. */
function heard(
  looks: readonly ({ readonly at: number } & Partial<Omit<ListStanding, "now" | "answeredAt">>)[],
  news: News = {},
): readonly string[] {
  const said: string[] = [];
  let told = NOTHING_TOLD;
  const instants = looks.toSorted((a, b) => a.at - b.at);
  for (const [index, look] of instants.entries()) {
    const until = instants[index + 1]?.at ?? look.at + 60;
    // A wait that is asked for is kept, until something else changes.
    let at: number | undefined = look.at;
    while (at !== undefined && at < until) {
      const saying = nextSaying(told, {
        hidden: false,
        paused: false,
        filter: "",
        shown: { sessions: 5, ended: 0 },
        changesSince: since(
          Object.fromEntries(Object.entries(news).filter(([t]) => Number(t) <= AT + look.at * 1000)),
        ),
        ...look,
        answeredAt: AT + look.at * 1000,
        now: AT + at * 1000,
      });
      told = saying.told;
      if (saying.text !== undefined) said.push(`${at}: ${saying.text}`);
      at = saying.waitMs === undefined ? undefined : at + saying.waitMs / 1000;
    }
  }
  return said;
}

const at = (seconds: number) => AT + seconds * 1000;

describe("changes of the list", () => {
  it("are told in words, each kind with its number", () => {
    expect(changeWords(changes({}))).toBe("");
    expect(changeWords(changes({ started: 2, failed: 1 }))).toBe("2 sessions started, 1 training failed");
    expect(changeWords(changes({ started: 1, completed: 12_345, failed: 3, ended: 1 }))).toBe(
      "1 session started, 12\u202f345 trainings completed, 3 trainings failed, 1 session no longer reported",
    );
  });

  it("are told of the second answer on", () => {
    const news = { [at(0)]: { started: 9 }, [at(5)]: { started: 2 } };
    expect(heard([{ at: 0 }, { at: 5 }], news)).toEqual(["5: 2 sessions started"]);
  });

  it("are not told where there are none", () => {
    expect(heard([{ at: 0 }, { at: 5 }, { at: 10 }, { at: 15 }])).toEqual([]);
  });

  it("within ten seconds of what was said are told together, when those are over", () => {
    const news = { [at(5)]: { started: 1 }, [at(8)]: { failed: 1 }, [at(11)]: { failed: 1, ended: 1 } };
    expect(heard([{ at: 0 }, { at: 5 }, { at: 8 }, { at: 11 }], news)).toEqual([
      "5: 1 session started",
      "15: 2 trainings failed, 1 session no longer reported",
    ]);
  });

  it("are not told while paused, and told with the first answer after it", () => {
    const news = { [at(5)]: { started: 1 } };
    expect(heard([{ at: 0 }, { at: 5, paused: true }], news)).toEqual([]);
    expect(heard([{ at: 0 }, { at: 5, paused: true }, { at: 30 }], news)).toEqual(["30: 1 session started"]);
  });

  it("that came while nobody saw the page are left to the page", () => {
    const news = { [at(5)]: { started: 1 }, [at(65)]: { failed: 1 }, [at(70)]: { failed: 2 } };
    expect(heard([{ at: 0 }, { at: 5, hidden: true }, { at: 65 }, { at: 70 }], news)).toEqual([
      "70: 2 trainings failed",
    ]);
  });
});

describe("a filter", () => {
  it.each<[sessions: number, ended: number, words: string]>([
    [0, 0, "No session shown"],
    [1, 0, "1 session shown"],
    [12_000, 0, "12\u202f000 sessions shown"],
    [3, 2, "5 sessions shown, 2 no longer reported"],
    [0, 1, "1 session shown, no longer reported"],
  ])("that leaves %i sessions and %i that ended: %s", (sessions, ended, words) => {
    expect(heard([{ at: 0 }, { at: 1, filter: "x", shown: { sessions, ended } }])).toEqual([`1.8: ${words}`]);
  });

  it("is told once typing has stopped", () => {
    const typed = ["t", "tr", "tra"].map((filter, index) => ({ at: 1 + index / 2, filter }));
    expect(heard([{ at: 0 }, ...typed])).toEqual(["2.8: 5 sessions shown"]);
  });

  it("of the link that was opened is not told", () => {
    expect(
      heard([
        { at: 0, filter: "x" },
        { at: 5, filter: "x" },
      ]),
    ).toEqual([]);
  });

  it("is told while paused too, and holds changes up for ten seconds", () => {
    expect(heard([{ at: 0 }, { at: 1, filter: "x", paused: true }])).toEqual(["1.8: 5 sessions shown"]);
    const news = { [at(3)]: { failed: 1 } };
    expect(heard([{ at: 0 }, { at: 1, filter: "x" }, { at: 3, filter: "x" }], news)).toEqual([
      "1.8: 5 sessions shown",
      "11.8: 1 training failed",
    ]);
  });
});

describe("whatever happens", () => {
  const looks = fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 200 }),
      hidden: fc.constantFrom(false, false, true),
      paused: fc.constantFrom(false, false, true),
      filter: fc.constantFrom("", "", "x"),
    }),
    { maxLength: 20 },
  );
  const news = fc.dictionary(
    fc.integer({ min: 0, max: 200 }).map((s) => String(at(s))),
    fc.record({ started: fc.nat(3), failed: fc.nat(2) }),
  );

  it("changes are never told within ten seconds of anything else, nor is anything while hidden", () => {
    fc.assert(
      fc.property(looks, news, (some, brought) => {
        const said = heard([{ at: 0 }, ...some], brought).map((line) => ({
          at: Number(line.split(":")[0]),
          isChange: !line.includes("shown"),
        }));
        const pauses = said.flatMap(({ at: when, isChange }, index) =>
          isChange && index > 0 ? [when - (said[index - 1]?.at ?? 0)] : [],
        );
        expect(Math.min(Infinity, ...pauses)).toBeGreaterThanOrEqual(QUIET_MS / 1000 - 1e-6);
        for (const { at: when } of said) {
          const newest = Math.max(...some.filter((look) => look.at <= when).map((look) => look.at));
          const latest = some.filter((look) => look.at === newest);
          expect(latest.length > 0 && latest.every(({ hidden }) => hidden)).toBe(false);
        }
      }),
    );
  });

  it("no change is told twice", () => {
    const inSight = looks.map((some) => some.map((look) => ({ ...look, hidden: false, filter: "" })));
    fc.assert(
      fc.property(inSight, news, (some, brought) => {
        const words = heard([{ at: 0 }, ...some], brought).join();
        const told = [...words.matchAll(/(\d+) sessions? started/gu)].reduce(
          (sum, [, n]) => sum + Number(n),
          0,
        );
        const all = Object.values(brought).reduce((sum, { started }) => sum + started, 0);
        expect(told).toBeLessThanOrEqual(all);
      }),
    );
  });

  it("a filter settles sooner than changes are told", () => {
    expect(SETTLED_MS).toBeLessThan(QUIET_MS);
  });
});
