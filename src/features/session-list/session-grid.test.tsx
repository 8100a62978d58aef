import { act, cleanup, createEvent, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { KnownSession } from "../../domain/known.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import { otherCells } from "./grid-row.tsx";
import { prepareBesideRows } from "./session-grid.tsx";
import {
  drawnIds,
  gridElement,
  itemsOf,
  layOut,
  ROW,
  rowOf,
  scrollTo,
  sessions,
  showGrid,
  tabStops,
} from "./grid-fixture.tsx";

beforeAll(async () => {
  otherCells.prepare();
  prepareBesideRows();
  await vi.dynamicImportSettled();
});
beforeEach(() => layOut());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  // How far a list was scrolled belongs to its own step of the history.
  history.replaceState(null, "");
});

/** Sessions that write down their index whenever their end is read: whoever renders a row reads that. */
function watched(shown: readonly KnownSession[]) {
  const rendered = new Set<number>();
  const all = shown.map((known, i) => ({
    ...known,
    get ended() {
      rendered.add(i);
      return known.ended;
    },
  }));
  return { all, rendered };
}

const running = (of: KnownSession): KnownSession => ({
  ...knownSession({ id: of.session.id, startedAt: of.session.startedAt, trainings: ["running"] }),
});

describe("a poll", () => {
  it("renders no row when every item is made anew and says the same", () => {
    const { all, rendered } = watched(sessions(6));
    const { change } = showGrid(itemsOf(all));
    expect(rendered.size).toBe(6);
    const anew = itemsOf(all);
    rendered.clear();
    change(anew);
    expect([...rendered]).toEqual([]);
  });

  it("renders none of the rows beside one that changed", () => {
    const { all, rendered } = watched(sessions(6));
    const { change } = showGrid(itemsOf(all));
    const third = running(sessions(6)[2] ?? knownSession());
    const anew = itemsOf(all.map((known, i) => (i === 2 ? third : known)));
    rendered.clear();
    change(anew);
    expect(rowOf("session-2").dataset["activity"]).toBe("running");
    // The hint at the change looks at what the row said before.
    expect([...rendered].filter((i) => i !== 2)).toEqual([]);
  });

  it("renders no panel but those of sessions it changed", () => {
    const panels: string[] = [];
    const all = sessions(4);
    const open = { open: ["session-0", "session-1"] };
    const { change } = showGrid(itemsOf(all, open), ({ session }) => {
      panels.push(session.id);
      return null;
    });
    panels.length = 0;
    change(itemsOf([...all.slice(0, 1).map(running), ...all.slice(1)], open));
    expect(panels).toEqual(["session-0"]);
  });

  it("tells a group's new number of sessions", () => {
    const { change } = showGrid(itemsOf(sessions(2), { group: "launcher" }));
    expect(screen.getByText("2 sessions")).toBeDefined();
    change(itemsOf(sessions(3), { group: "launcher" }));
    expect(screen.getByText("3 sessions")).toBeDefined();
  });
});

describe("selected rows", () => {
  it("are told of where rows can be selected, and nowhere else", () => {
    const { select } = showGrid(itemsOf(sessions(2), { missing: ["gone"] }));
    expect(gridElement().hasAttribute("aria-multiselectable")).toBe(false);
    expect(rowOf("session-0").hasAttribute("aria-selected")).toBe(false);
    select(["session-1"]);
    expect(gridElement().getAttribute("aria-multiselectable")).toBe("true");
    expect(["session-0", "session-1"].map((id) => rowOf(id).getAttribute("aria-selected"))).toEqual([
      "false",
      "true",
    ]);
    expect(gridElement().querySelectorAll("[aria-selected]")).toHaveLength(2);
  });

  it("are the only ones that render when they are selected", () => {
    const { all, rendered } = watched(sessions(6));
    const { select } = showGrid(itemsOf(all));
    select([]);
    rendered.clear();
    select(["session-2"]);
    expect([...rendered]).toEqual([2]);
    rendered.clear();
    select(["session-2", "session-4"]);
    expect([...rendered]).toEqual([4]);
  });
});

describe("the grid's one Tab stop", () => {
  it("is the first row at first", () => {
    showGrid(itemsOf(sessions(100)));
    expect(tabStops()).toEqual([rowOf("session-0")]);
  });

  it("is the first row in view below the head when the list was scrolled", () => {
    showGrid(itemsOf(sessions(100)));
    scrollTo(40 * ROW);
    expect(drawnIds()).not.toContain("session-0");
    expect(tabStops()).toEqual([rowOf("session-40")]);
  });

  it("is a row that was not returned where there is no session", () => {
    showGrid(itemsOf([], { missing: ["a", "b"], unreadable: [{ index: 0, reason: "no id" }] }));
    expect(tabStops().map((row) => row.textContent)).toEqual([expect.stringContaining("a")]);
  });

  it("is the head of a group or a section where it comes first", () => {
    showGrid(itemsOf([], { unreadable: [{ index: 0, reason: "no id" }] }));
    expect(tabStops().map((row) => row.textContent)).toEqual([expect.stringContaining("Unreadable")]);
  });

  it("stays where the reader was, wherever the list is scrolled to", () => {
    showGrid(itemsOf(sessions(100)));
    rowOf("session-3").focus();
    scrollTo(60 * ROW);
    expect(tabStops()).toEqual([rowOf("session-3")]);
    expect(document.activeElement).toBe(rowOf("session-3"));
  });

  it("is the row of the panel in which the reader was", () => {
    showGrid(itemsOf(sessions(100), { open: ["session-1"] }), () => (
      <button type="button">In the panel</button>
    ));
    screen.getByRole("button", { name: "In the panel" }).focus();
    scrollTo(60 * ROW);
    expect(tabStops()).toEqual([rowOf("session-1")]);
  });
});

describe("pointer and keys", () => {
  it("open a row with one click, and undo that at a double click, which leads to the page", () => {
    const { onToggle, onOpenPage } = showGrid(itemsOf(sessions(2)));
    const row = rowOf("session-1");
    fireEvent.click(row, { detail: 1 });
    fireEvent.click(row, { detail: 2 });
    fireEvent.doubleClick(row, { detail: 2 });
    expect(onToggle.mock.calls).toEqual([
      ["session-1", true],
      ["session-1", false, { replace: true }],
    ]);
    expect(onOpenPage.mock.calls).toEqual([["session-1"]]);
  });

  it("show at once what was asked of rows, and tell of it after that, in order", async () => {
    const { onToggle } = showGrid(itemsOf(sessions(3)));
    const expanded = () => drawnIds().map((id) => rowOf(id ?? "").getAttribute("aria-expanded"));
    for (const [id, key] of [
      ["session-0", "Enter"],
      ["session-2", "ArrowRight"],
      ["session-0", "Enter"],
      ["session-1", "ArrowLeft"],
    ] as const) {
      rowOf(id).focus();
      fireEvent.keyDown(rowOf(id), { key });
    }
    expect(expanded()).toEqual(["false", "false", "true"]);
    expect(rowOf("session-2").dataset).toHaveProperty("turning");
    expect(onToggle.mock.calls).toEqual([]);
    await vi.waitFor(() =>
      expect(onToggle.mock.calls).toEqual([
        ["session-0", true],
        ["session-2", true],
        ["session-0", false],
      ]),
    );
    // The link does not say so, and it is the link that counts: the render after it was told.
    await vi.waitFor(() => expect(expanded()).toEqual(["false", "false", "false"]));
    expect(rowOf("session-2").dataset).not.toHaveProperty("turning");
  });

  it("leave a row as it is at a double click whose first click was not its own", () => {
    const { onToggle, onOpenPage } = showGrid(itemsOf(sessions(2)));
    fireEvent.click(rowOf("session-0"), { detail: 1 });
    fireEvent.doubleClick(rowOf("session-1"), { detail: 2 });
    expect(onToggle.mock.calls).toEqual([["session-0", true]]);
    expect(onOpenPage.mock.calls).toEqual([["session-1"]]);
  });

  it("are the same with Shift or Caps Lock", () => {
    const { onOpenPage } = showGrid(itemsOf(sessions(2)));
    rowOf("session-0").focus();
    fireEvent.keyDown(rowOf("session-0"), { key: "J" });
    expect(document.activeElement).toBe(rowOf("session-1"));
    fireEvent.keyDown(rowOf("session-1"), { key: "O", shiftKey: true });
    expect(onOpenPage.mock.calls).toEqual([["session-1"]]);
  });

  it.each(["Enter", "o"])("act once while %j is held down", async (key) => {
    const { onToggle, onOpenPage } = showGrid(itemsOf(sessions(2)));
    const row = rowOf("session-0");
    row.focus();
    const held = createEvent.keyDown(row, { key, repeat: true });
    fireEvent.keyDown(row, { key });
    fireEvent(row, held);
    await vi.waitFor(() => expect(onToggle.mock.calls.length + onOpenPage.mock.calls.length).toBe(1));
    expect(held.defaultPrevented).toBe(true);
  });

  it("do nothing with Space, which selects where that is possible and never scrolls", () => {
    const { onToggle } = showGrid(itemsOf(sessions(2)));
    rowOf("session-0").focus();
    const space = createEvent.keyDown(rowOf("session-0"), { key: " " });
    fireEvent(rowOf("session-0"), space);
    expect(onToggle.mock.calls).toEqual([]);
    expect(space.defaultPrevented).toBe(true);
  });

  it("leave alone what was taken for something else on its way", () => {
    const { onToggle, onOpenPage } = showGrid(itemsOf(sessions(2)));
    const row = rowOf("session-1");
    for (const event of [
      createEvent.click(row),
      createEvent.dblClick(row),
      createEvent.keyDown(row, { key: "o" }),
    ]) {
      event.preventDefault();
      fireEvent(row, event);
    }
    expect([...onToggle.mock.calls, ...onOpenPage.mock.calls]).toEqual([]);
  });

  it("move on while an arrow is held down", () => {
    showGrid(itemsOf(sessions(5)));
    rowOf("session-0").focus();
    fireEvent.keyDown(rowOf("session-0"), { key: "ArrowDown" });
    fireEvent.keyDown(rowOf("session-1"), { key: "ArrowDown", repeat: true });
    expect(document.activeElement).toBe(rowOf("session-2"));
  });
});

describe("to assistive technology the grid", () => {
  it("has as many columns in each row as in its head", () => {
    layOut(100);
    const ended = knownSession({ id: "gone", ended: { after: 4, by: 5 } });
    showGrid(
      itemsOf([...sessions(1), ended], {
        group: "launcher",
        open: ["session-0"],
        missing: ["nope"],
        unreadable: [{ index: 0, reason: "no id" }],
      }),
    );
    const columns = gridElement().querySelectorAll('[role="columnheader"]').length;
    expect(gridElement().getAttribute("aria-colcount")).toBe(String(columns));
    const rows = [...gridElement().querySelectorAll('.rows > [role="row"]')];
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const spans = [...row.querySelectorAll('[role="gridcell"]')].map((cell) =>
        Number(cell.getAttribute("aria-colspan") ?? 1),
      );
      expect(
        spans.reduce((sum, span) => sum + span, 0),
        row.textContent,
      ).toBe(columns);
    }
    expect(gridElement().getAttribute("aria-rowcount")).toBe("9");
  });
});

describe("ids in rows", () => {
  const TWINS = ["5d4015bb-0603-4684", "5d4015bb-ffff-4684", "cc3e7e94-0603-4684"];
  const shownId = (id: string) => rowOf(id).querySelector(".c-id > .id-text")?.textContent;

  it("show as much as tells them apart, and no more for the others", () => {
    showGrid(itemsOf(TWINS.map((id, i) => knownSession({ id, startedAt: 10 - i }))));
    expect(TWINS.map(shownId)).toEqual(["5d4015bb-0603", "5d4015bb-ffff", "cc3e7e94"]);
  });

  it("name an empty id that was not returned", () => {
    showGrid(itemsOf([], { missing: [""] }));
    expect(gridElement().querySelector(".is-missing .c-id")?.textContent).toBe("(empty)");
  });

  it("tell a session from an id like it that was not returned", () => {
    const [one = "", twin = ""] = TWINS;
    showGrid(itemsOf([knownSession({ id: one })], { missing: [twin] }));
    expect(shownId(one)).toBe("5d4015bb-0603");
    expect(screen.getByText("5d4015bb-ffff")).toBeDefined();
  });
});

describe("while somebody is at the list", () => {
  const all = sessions(10);
  const ended = all.map((known, i) => (i === 1 ? { ...known, ended: { after: 1, by: 2 } } : known));
  const waiting = () => screen.queryByRole("button", { name: /^Show/u })?.textContent;

  it("no row leaves its place, and what waits is counted", () => {
    const { change } = showGrid(itemsOf(all));
    fireEvent.pointerOver(rowOf("session-3"));
    change(itemsOf(ended));
    expect(drawnIds()[1]).toBe("session-1");
    expect(rowOf("session-1").dataset["activity"]).toBe("ended");
    expect(waiting()).toBe("1 change");
    fireEvent.pointerLeave(gridElement());
    expect(drawnIds()[1]).toBe("session-2");
    expect(waiting()).toBeUndefined();
  });

  it("its focus holds the rows as a pointer does", async () => {
    const { change } = showGrid(itemsOf(all));
    act(() => rowOf("session-1").focus());
    change(itemsOf([...ended, knownSession({ id: "new", startedAt: 9e6 })]));
    expect(waiting()).toBe("1 new · 1 change");
    expect(drawnIds()[1]).toBe("session-1");
    await act(async () => rowOf("session-1").blur());
    expect(drawnIds().slice(0, 2)).toEqual(["new", "session-0"]);
  });

  it("what waits is shown when it is asked for, and what comes after waits again", () => {
    const { change } = showGrid(itemsOf(all));
    fireEvent.pointerOver(gridElement());
    change(itemsOf(ended));
    fireEvent.click(screen.getByRole("button", { name: "Show 1 change" }));
    expect(drawnIds()[1]).toBe("session-2");
    change(itemsOf(all));
    expect(drawnIds()[1]).toBe("session-2");
    expect(waiting()).toBe("1 change");
  });
});

describe("rows that come or go above what the reader looks at", () => {
  const all = sessions(100);
  const newer = [
    knownSession({ id: "new-1", startedAt: 9e6 }),
    knownSession({ id: "new-2", startedAt: 8e6 }),
  ];

  it("move it nowhere: the list scrolls by as much", () => {
    const { change } = showGrid(itemsOf(all));
    scrollTo(40 * ROW + 7);
    change(itemsOf(all.slice(2)));
    expect(gridElement().scrollTop).toBe(38 * ROW + 7);
  });

  it("wait further down the list until they are asked for, which leads to them", () => {
    const { change } = showGrid(itemsOf(all));
    scrollTo(40 * ROW + 7);
    change(itemsOf([...newer, ...all]));
    expect(gridElement().scrollTop).toBe(40 * ROW + 7);
    expect(gridElement().getAttribute("aria-rowcount")).toBe("103");
    fireEvent.click(screen.getByRole("button", { name: "Show 2 new" }));
    expect(gridElement().scrollTop).toBe(0);
    expect(screen.queryByRole("button", { name: /Show/u })).toBeNull();
    expect(document.activeElement).toBe(gridElement());
  });

  it("come by themselves once the reader is at the top again and lets go of the list", () => {
    const { change } = showGrid(itemsOf(all));
    scrollTo(40 * ROW);
    fireEvent.pointerOver(gridElement());
    change(itemsOf([...newer, ...all]));
    scrollTo(0);
    expect(drawnIds()[0]).toBe("session-0");
    fireEvent.pointerLeave(gridElement());
    expect(drawnIds()[0]).toBe("new-1");
  });

  it("are shown at once at the top of the list", () => {
    const { change } = showGrid(itemsOf(all));
    change(itemsOf([...newer, ...all]));
    expect(gridElement().scrollTop).toBe(0);
    expect(drawnIds()[0]).toBe("new-1");
  });

  it("do not scroll the list when the reader asked for them", () => {
    const { choose } = showGrid(itemsOf(all));
    scrollTo(40 * ROW);
    choose(itemsOf([...newer, ...all]));
    expect(gridElement().scrollTop).toBe(40 * ROW);
  });

  it("do not scroll the list when they come below", () => {
    const { change } = showGrid(itemsOf(all));
    scrollTo(40 * ROW);
    change(itemsOf([...all, knownSession({ id: "oldest", startedAt: 1 })]));
    expect(gridElement().scrollTop).toBe(40 * ROW);
  });

  it("do not take the reader along with a session that ends: the rows below it stay in place", () => {
    const { change } = showGrid(itemsOf(all));
    scrollTo(40 * ROW);
    change(itemsOf(all.map((known, i) => (i === 40 ? { ...known, ended: { after: 1, by: 2 } } : known))));
    expect(gridElement().scrollTop).toBe(39 * ROW);
  });
});
