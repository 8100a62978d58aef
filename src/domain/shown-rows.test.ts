import { expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { inOrder, rowsOf, shownIds, type ShownRow } from "./shown-rows.ts";

const [a, b, c] = ["a", "b", "c"].map((id) => knownSession({ id }));
const rows: readonly ShownRow[] = [
  { kind: "group" },
  ...[b, a].flatMap((known) =>
    known
      ? [
          { kind: "session", known },
          { kind: "panel", known },
        ]
      : [],
  ),
];

it("the sessions of the rows are each told once, whatever stands between them", () => {
  expect(shownIds(rows)).toEqual(["b", "a"]);
});

it("the sessions of a group that is folded away are shown as its others are: they pass the filters", () => {
  const folded = { kind: "group", folded: true, sessions: [c, a].flatMap((known) => known ?? []) };
  expect(shownIds([folded, ...rows.slice(1, 3), { ...folded, folded: false }])).toEqual(["c", "a", "b"]);
});

it("ids stand in the order of the list, those that are not shown after them", () => {
  expect(inOrder(new Set(["gone", "a", "c", "b"]), rows)).toEqual(["b", "a", "gone", "c"]);
});

it("a session of which nothing is known any more has no row", () => {
  const known = new Map([a, c].flatMap((one) => (one ? [[one.session.id, one] as const] : [])));
  expect(shownIds(rowsOf(["c", "gone", "a"], known))).toEqual(["c", "a"]);
});
