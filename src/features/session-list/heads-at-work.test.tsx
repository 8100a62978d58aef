import { cleanup, createEvent, fireEvent } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession } from "../../domain/known.ts";
import { sectionsOf } from "../../domain/sort.ts";
import { otherCells } from "./grid-row.tsx";
import { gridElement, itemsOf, layOut, ROW, rowOf, scrollTo, showGrid, tabStops } from "./grid-fixture.tsx";
import { listItems } from "./list-items.ts";
import { prepareBesideRows } from "./session-grid.tsx";

beforeAll(async () => {
  otherCells.prepare();
  prepareBesideRows();
  await vi.dynamicImportSettled();
});
beforeEach(() => layOut());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** 20 sessions on launcher `a`, 20 on `b`, and one that ended. */
const all = [
  ...["a", "b"].flatMap((launcher) =>
    Array.from({ length: 20 }, (_, i) =>
      knownSession({ id: `${launcher}${i}`, on: { launcher }, startedAt: 99 - i }),
    ),
  ),
  knownSession({ id: "over", ended: { after: 1, by: 2 } }),
];
const grouped = (folded: readonly string[] = [], open: readonly string[] = []) =>
  itemsOf(all, { group: "launcher", folded, open });

const headOf = (name: string): HTMLElement => {
  const head = gridElement().querySelector<HTMLElement>(`[data-key="${name}"]`);
  if (!head) throw new Error(`no head ${name} is drawn`);
  return head;
};
const A = "group:persistent:a";
const B = "group:persistent:b";

describe("a head", () => {
  it("tells that it is open, and what level its rows are on", () => {
    showGrid(grouped([], ["a0"]));
    expect([headOf(A).getAttribute("aria-expanded"), headOf(A).getAttribute("aria-level")]).toEqual([
      "true",
      "1",
    ]);
    expect(rowOf("a0").getAttribute("aria-level")).toBe("2");
    expect(gridElement().querySelector("[data-panel]")?.getAttribute("aria-level")).toBe("3");
  });

  it("tells launchers apart that begin alike", () => {
    const twins = ["c0ffee00-1", "c0ffee00-2", "8d6b6a6a-1"].map((launcher) =>
      knownSession({ id: `on ${launcher}`, on: { launcher } }),
    );
    showGrid(itemsOf(twins, { group: "launcher" }));
    const ids = [...gridElement().querySelectorAll(".ghead .id-text > bdi")];
    expect(ids.map(({ textContent }) => textContent)).toEqual(["8d6b6a6a", "c0ffee00-1", "c0ffee00-2"]);
  });

  it("shows a launcher as its newest session tells of it, wherever that stands", () => {
    const on = (id: string, startedAt: number, cpus: number): KnownSession => {
      const known = knownSession({ id, startedAt });
      const spec = { cpus, memoryMebibytes: 1024 };
      return {
        ...known,
        session: { ...known.session, location: { kind: "persistent", launcherId: "a", spec } },
      };
    };
    const sections = sectionsOf([on("old", 1, 4), on("new", 2, 8)], "started");
    showGrid(
      listItems({
        sections,
        group: "launcher",
        open: new Set(),
        folded: new Set(),
        missing: [],
        unreadable: [],
      }),
    );
    expect(headOf(A).querySelector(".chip")?.textContent).toContain("8\u202fvCPU");
  });

  it("leaves the sessions of a list without groups on the first level", () => {
    showGrid(itemsOf(all.slice(-3), { open: ["b19"] }));
    expect(rowOf("b19").getAttribute("aria-level")).toBe("1");
    expect(gridElement().querySelector("[data-panel]")?.getAttribute("aria-level")).toBe("2");
    expect(rowOf("over").getAttribute("aria-level")).toBe("2");
  });

  it("counts what it hides among the rows of the list", () => {
    showGrid(grouped(["persistent:a"]));
    expect(headOf(A).getAttribute("aria-expanded")).toBe("false");
    // Its own head, three heads and 41 sessions.
    expect(gridElement().getAttribute("aria-rowcount")).toBe("45");
    expect([headOf(A), headOf(B), rowOf("b0")].map((row) => row.getAttribute("aria-rowindex"))).toEqual([
      "2",
      "23",
      "24",
    ]);
  });

  it("folds and unfolds at a click, once for a double click, and not where something in it is pressed", () => {
    const { onFold } = showGrid(grouped(["persistent:b"]));
    fireEvent.click(headOf(A), { detail: 1 });
    fireEvent.click(headOf(A), { detail: 2 });
    fireEvent.click(headOf(B), { detail: 1 });
    const copy = headOf(A).querySelector("button");
    expect(copy?.getAttribute("aria-label")).toBe("Copy launcher id");
    if (copy) fireEvent.click(copy, { detail: 1 });
    expect(onFold.mock.calls).toEqual([
      ["persistent:a", true],
      ["persistent:b", false],
    ]);
  });

  it.each([
    { key: "Enter", on: A, does: [["persistent:a", true]] },
    { key: "ArrowLeft", on: A, does: [["persistent:a", true]] },
    { key: "ArrowRight", on: A, does: [] },
    { key: "Enter", on: B, does: [["persistent:b", false]] },
    { key: "ArrowRight", on: B, does: [["persistent:b", false]] },
    { key: "ArrowLeft", on: B, does: [] },
    { key: " ", on: A, does: [] },
  ])("at $key on $on does $does", ({ key, on, does }) => {
    const { onFold, onToggle } = showGrid(grouped(["persistent:b"]));
    headOf(on).focus();
    fireEvent.keyDown(headOf(on), { key });
    fireEvent.keyDown(headOf(on), { key, repeat: true });
    expect(onFold.mock.calls).toEqual(does);
    expect(onToggle.mock.calls).toEqual([]);
  });

  it("never scrolls the list by Space", () => {
    showGrid(grouped());
    headOf(A).focus();
    const space = createEvent.keyDown(headOf(A), { key: " " });
    fireEvent(headOf(A), space);
    expect(space.defaultPrevented).toBe(true);
  });

  it("is where arrows lead, and where Left leads from a closed row", () => {
    const { onToggle } = showGrid(grouped());
    rowOf("a0").focus();
    fireEvent.keyDown(rowOf("a0"), { key: "ArrowUp" });
    expect(document.activeElement).toBe(headOf(A));
    fireEvent.keyDown(headOf(A), { key: "ArrowDown" });
    fireEvent.keyDown(rowOf("a0"), { key: "ArrowDown" });
    fireEvent.keyDown(rowOf("a1"), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(headOf(A));
    expect(tabStops()).toEqual([headOf(A)]);
    expect(onToggle.mock.calls).toEqual([]);
  });
});

describe("the head of the group at the top of the view", () => {
  const pinned = () =>
    [...gridElement().querySelectorAll<HTMLElement>("[data-pinned]")].map(({ dataset, style }) => [
      dataset["key"],
      style.translate,
    ]);

  it("stays there, however far its place is, until the next pushes it away", () => {
    showGrid(grouped());
    expect(pinned()).toEqual([]);
    scrollTo(15 * ROW);
    expect(pinned()).toEqual([[A, `0 ${15 * ROW}px`]]);
    scrollTo(20 * ROW + 10);
    expect(pinned()).toEqual([[A, `0 ${20 * ROW}px`]]);
    scrollTo(21 * ROW);
    expect(pinned()).toEqual([]);
    scrollTo(30 * ROW);
    expect(pinned()).toEqual([[B, `0 ${9 * ROW}px`]]);
    scrollTo(15 * ROW);
    expect(pinned()).toEqual([[A, `0 ${15 * ROW}px`]]);
  });

  it("leaves no row beneath it that the keyboard goes to", () => {
    showGrid(grouped());
    rowOf("a4").focus();
    scrollTo(10 * ROW);
    fireEvent.keyDown(rowOf("a4"), { key: "ArrowUp" });
    // Row a3 is the fifth, and the head covers the first row of the view.
    expect(gridElement().scrollTop).toBe(3 * ROW);
    expect(document.activeElement).toBe(rowOf("a3"));
  });

  it("gets the focus where it stands", () => {
    showGrid(grouped());
    rowOf("a4").focus();
    scrollTo(3 * ROW);
    fireEvent.keyDown(rowOf("a4"), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(headOf(A));
    expect(gridElement().scrollTop).toBe(3 * ROW);
  });

  it("is in the same place once its rows are folded away", () => {
    const { onFold } = showGrid(grouped());
    scrollTo(30 * ROW);
    fireEvent.click(headOf(B), { detail: 1 });
    expect(gridElement().scrollTop).toBe(21 * ROW);
    expect(onFold.mock.calls).toEqual([["persistent:b", true]]);
  });
});
