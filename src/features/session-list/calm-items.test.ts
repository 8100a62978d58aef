import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "../../domain/filter.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession } from "../../domain/known.ts";
import { sectionsOf } from "../../domain/sort.ts";
import type { ListView } from "../../url/list-params.ts";
import { createCalm, type CalmItems, type Hold } from "./calm-items.ts";
import { listItems } from "./list-items.ts";

const VIEW: ListView = {
  ...NO_FILTER,
  sort: "-started",
  group: "none",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
  paused: false,
};

/** Sessions written `id`, or `id!` for one that ended, in any order; the later its letter, the newer. */
const known = (written: string): KnownSession => {
  const id = written.replace("!", "");
  const startedAt = id.codePointAt(0) ?? 0;
  return knownSession(
    id === written ? { id, startedAt } : { id, startedAt, ended: { after: 900, by: 1_000 } },
  );
};

function step(list: string, changes: Partial<ListView> = {}) {
  const all = list.split(" ").filter(Boolean).map(known);
  const view = { ...VIEW, ...changes };
  const wanted = listItems({
    sections: sectionsOf(all, view.sort),
    group: view.group,
    open: new Set(view.open),
    folded: new Set(view.folded),
    missing: [],
    unreadable: [],
  });
  return { wanted, view, sessions: new Map(all.map((one) => [one.session.id, one])) };
}

const keys = ({ items }: Pick<CalmItems, "items">) =>
  items.map(({ key }) => key.replace("session:", "")).join(" ");

/** The rows after one list, then another under a hold. */
function after(first: string, next: string, hold: Hold, changes?: Partial<ListView>) {
  const calm = createCalm();
  calm({ ...step(first, changes), hold: "nothing" });
  const { arrivals, moves, items } = calm({ ...step(next, changes), hold });
  return { keys: keys({ items }), arrivals, moves, items };
}

describe("rows that nobody holds", () => {
  it("come and go as answers tell", () => {
    expect(after("a b", "b c", "nothing")).toMatchObject({ keys: "c b", arrivals: 0, moves: 0 });
  });

  it("come even under the pointer where there were none", () => {
    expect(after("", "a b", "moves")).toMatchObject({ keys: "b a", arrivals: 0, moves: 0 });
  });
});

describe("further down the list", () => {
  it("new sessions wait, with the panel and the head that only they would have; ended ones leave", () => {
    expect(after("a b", "a! b c d", "arrivals")).toMatchObject({
      keys: "b section:ended a",
      arrivals: 2,
      moves: 0,
    });
    expect(after("a b", "a b c", "arrivals", { open: ["b", "c"] }).keys).toBe("b panel:b a");
    expect(after("a b", "a b c", "arrivals", { group: "model" }).arrivals).toBe(1);
  });

  it("a group that is folded keeps its head, and what comes to it does not wait", () => {
    const { keys: shown, arrivals } = after("a b", "a b c", "arrivals", {
      group: "model",
      folded: ["model:model"],
    });
    expect(shown).toBe("group:model:model");
    expect(arrivals).toBe(0);
  });
});

describe("under the pointer or with the focus", () => {
  it("each row stays where it is and says what is new of it", () => {
    const held = after("a b c", "a b! c d", "moves");
    expect(held).toMatchObject({ keys: "c b a", arrivals: 1, moves: 1 });
    expect(held.items[1]).toMatchObject({ known: { ended: { by: 1_000 } } });
  });

  it("a row that no filter lets through any longer stays as well", () => {
    const calm = createCalm();
    calm({ ...step("a b c"), hold: "nothing" });
    const held = calm({ ...step("a c"), sessions: step("a b! c").sessions, hold: "moves" });
    expect(keys(held)).toBe("c b a");
    expect(held.items[1]).toMatchObject({ known: { ended: { by: 1_000 } } });
    expect(held.moves).toBe(1);
  });

  it("opens and closes at once, and nothing else comes of it", () => {
    const calm = createCalm();
    calm({ ...step("a b c"), hold: "nothing" });
    calm({ ...step("a b! c"), hold: "moves" });
    expect(keys(calm({ ...step("a b! c", { open: ["b"] }), hold: "moves" }))).toBe("c b panel:b a");
    expect(keys(calm({ ...step("a b! c"), hold: "moves" }))).toBe("c b a");
  });

  it.each([
    ["another order", { sort: "started" as const }, "a b c"],
    ["groups", { group: "model" as const }, "group"],
  ])("%s is there at once", (_, changes, expected) => {
    const calm = createCalm();
    calm({ ...step("a b"), hold: "nothing" });
    expect(keys(calm({ ...step("a b c", changes), hold: "moves" }))).toContain(expected);
  });
});

describe("whatever happens", () => {
  const lists = fc.array(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.boolean()), {
        selector: ([id]) => id,
        minLength: 1,
      })
      .map((all) => step(all.map(([id, ended]) => (ended ? `${id}!` : id)).join(" "))),
    { minLength: 1 },
  );
  /** Heads come and go with the rows below them, and count for nothing. */
  const rowsOf = (items: CalmItems["items"]) =>
    items.filter(({ kind }) => kind === "session").map(({ key }) => key);

  it.each(["arrivals", "moves"] as const)(
    "under a hold of %s nothing waits that is shown, all that is not shown is counted, and letting go shows it",
    (hold) => {
      fc.assert(
        fc.property(lists, (steps) => {
          const calm = createCalm();
          let before: readonly string[] = [];
          for (const input of steps) {
            const { items, arrivals, moves } = calm({ ...input, hold });
            const [rows, wanted] = [rowsOf(items), rowsOf(input.wanted)];
            expect(arrivals + moves === 0).toBe(rows.join(" ") === wanted.join(" "));
            expect(arrivals).toBe(wanted.filter((key) => before.length > 0 && !before.includes(key)).length);
            before = rows;
          }
          const last = steps.at(-1);
          expect(last && calm({ ...last, hold: "nothing" }).items).toBe(last?.wanted);
        }),
      );
    },
  );

  it("no row leaves its place under the pointer", () => {
    fc.assert(
      fc.property(lists, ([first, ...next]) => {
        const calm = createCalm();
        const places = first && keys(calm({ ...first, hold: "nothing" }));
        for (const input of next) expect(keys(calm({ ...input, hold: "moves" }))).toBe(places);
      }),
    );
  });
});
