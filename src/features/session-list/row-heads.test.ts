import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUPS } from "../../domain/group.ts";
import { knownSession, type KnownFacts } from "../../domain/known-fixture.ts";
import { sectionsOf } from "../../domain/sort.ts";
import { isHead, listItems, type ListItem } from "./list-items.ts";
import { rowHeads } from "./row-heads.ts";

const facts: fc.Arbitrary<KnownFacts> = fc.record(
  {
    on: fc.constantFrom("temporary" as const, "absent" as const, { launcher: "a" }, { launcher: "b" }),
    modelId: fc.constantFrom("m1", "m2"),
    ended: fc.constant({ after: 1, by: 2 }),
  },
  { requiredKeys: ["on"] },
);
const lists = fc.record({
  all: fc.array(facts, { maxLength: 12 }),
  group: fc.constantFrom(...GROUPS),
  folded: fc.subarray(["persistent:a", "temporary", "absent", "model:m2", "ended", "unreadable"]),
  missing: fc.subarray(["gone", "lost"]),
  unreadable: fc.subarray([{ index: 3, reason: "no id" }]),
});

const itemsOf = ({ all, group, folded, ...rest }: typeof lists extends fc.Arbitrary<infer L> ? L : never) =>
  listItems({
    sections: sectionsOf(
      all.map((one, i) => knownSession({ ...one, id: `s${i}` })),
      "-started",
    ),
    group,
    open: new Set(["s0"]),
    folded: new Set(folded),
    ...rest,
  });

/** A row's head, found by what it hides or stands above. */
function expected(item: ListItem, items: readonly ListItem[]): ListItem | undefined {
  switch (item.kind) {
    case "group":
    case "section":
      return item;
    case "missing":
      return undefined;
    case "unreadable":
      return items.find(({ key }) => key === "section:unreadable");
    case "session":
    case "panel":
      return items.find((head) => isHead(head) && head.sessions.includes(item.known));
  }
}

describe("the heads of rows", () => {
  it("are those whose sessions they are; an id that was not returned has none", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const items = itemsOf(list);
        const { heads } = rowHeads(items);
        const found = items.map((_, index) => items[heads[index] ?? -1]?.key);
        expect(found).toEqual(items.map((item) => expected(item, items)?.key));
      }),
    );
  });

  it("hide as many rows as are missing from the list with all open", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const isRow = ({ kind }: { readonly kind: string }) => kind !== "panel";
        const items = itemsOf(list).filter(isRow);
        const { hidden } = rowHeads(items);
        const whole = itemsOf({ ...list, folded: [] }).filter(isRow);
        expect(items.length + (hidden[items.length] ?? 0)).toBe(whole.length);
        const places = new Map(whole.map(({ key }, index) => [key, index]));
        expect(items.map((_, index) => index + (hidden[index] ?? 0))).toEqual(
          items.map(({ key }) => places.get(key)),
        );
      }),
    );
  });
});
