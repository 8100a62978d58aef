import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { itemsOf, layOut, rowOf, sessions, showGrid } from "./grid-fixture.tsx";
import { prepareBesideRows } from "./session-grid.tsx";

let clipboard: string[] = [];

beforeAll(async () => {
  prepareBesideRows();
  await vi.dynamicImportSettled();
});
beforeEach(() => {
  layOut();
  clipboard = [];
  vi.stubGlobal("navigator", {
    clipboard: { writeText: (text: string) => Promise.resolve(void clipboard.push(text)) },
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const button = () => screen.queryByRole("button", { name: "Copy session id" });

it("one button copies the id of the row under the pointer, and opens nothing", () => {
  const { onToggle } = showGrid(itemsOf(sessions(3)));
  expect(button()).toBeNull();
  for (const id of ["session-0", "session-2"]) {
    fireEvent.pointerOver(rowOf(id));
    const there = button();
    expect(there && rowOf(id).contains(there)).toBe(true);
    if (there) fireEvent.click(there);
  }
  expect(clipboard).toEqual(["session-0", "session-2"]);
  expect(onToggle).not.toHaveBeenCalled();
});

it("and of the row that draws another session by then", () => {
  const all = sessions(3);
  const { choose } = showGrid(itemsOf(all));
  fireEvent.pointerOver(rowOf("session-0"));
  const there = button();
  choose(itemsOf(all.slice(1)));
  const shown = there?.closest<HTMLElement>("[data-session-id]")?.dataset["sessionId"];
  if (there) fireEvent.click(there);
  expect(clipboard).toEqual(shown === undefined ? [] : [shown]);
});

it("comes with the focus too, and leaves it with the row", () => {
  showGrid(itemsOf(sessions(3)));
  rowOf("session-1").focus();
  const there = button();
  expect(there && rowOf("session-1").contains(there)).toBe(true);
  expect(there && fireEvent.mouseDown(there), "the press does not take the focus").toBe(false);
});
