import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import { CommandPalette } from "./command-palette.tsx";

let done: string[] = [];

const COMMANDS = ["Pause updates", "Poll now", "Sort: newest"].map((label, index) => ({
  id: label,
  label,
  keys: index === 0 ? "p" : undefined,
  isSo: index === 2,
  run: () => void done.push(label),
}));
const known = (...ids: readonly string[]) => new Map(ids.map((id) => [id, knownSession({ id })]));

const palette = (sessions = known("abc-1", "abc-2", "poll")) => (
  <CommandPalette
    sessions={sessions}
    commands={COMMANDS}
    onSession={(id) => done.push(`session ${id}`)}
    onClose={() => done.push("closed")}
  />
);

beforeEach(() => {
  done = [];
});

const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Session or command" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string, init: KeyboardEventInit = {}) => fireEvent.keyDown(field(), { key, ...init });
const lines = () => screen.queryAllByRole("option");
const active = () => {
  const chosen = lines().filter((line) => line.getAttribute("aria-selected") === "true");
  expect(chosen.map(({ id }) => id)).toEqual([field().getAttribute("aria-activedescendant")]);
  return chosen[0]?.querySelector(".what")?.textContent;
};

describe("the palette", () => {
  it("offers the commands at first, and says which of them are so already", () => {
    render(palette());
    expect(lines().map(({ textContent }) => textContent)).toEqual([
      "Pause updatesP",
      "Poll now",
      "Sort: newest, as it is now",
    ]);
    expect(active()).toBe("Pause updates");
    expect(field().getAttribute("aria-controls")).toBe(screen.getByRole("listbox").id);
  });

  it("is walked by arrows, round both ends, and acts once it is closed", () => {
    render(palette());
    press("ArrowUp");
    expect(active()).toBe("Sort: newest, as it is now");
    press("ArrowDown");
    press("ArrowDown");
    expect(active()).toBe("Poll now");
    press("PageDown");
    press("PageUp");
    expect(active()).toBe("Pause updates");
    press("ArrowDown");
    press("Enter");
    expect(done).toEqual(["closed", "Poll now"]);
  });

  it("finds sessions and commands, in groups", () => {
    render(palette());
    type("POLL");
    expect(screen.getAllByRole("group").map((group) => group.getAttribute("aria-label"))).toEqual([
      "Commands",
      "Sessions",
    ]);
    press("ArrowDown");
    press("Enter");
    expect(done).toEqual(["closed", "session poll"]);
  });

  it("says so where nothing matches, and then chooses nothing", () => {
    render(palette());
    type("nothing of the kind");
    expect(lines()).toEqual([]);
    expect(screen.getByRole("status").textContent).toBe("No session and no command matches.");
    expect(field().getAttribute("aria-expanded")).toBe("false");
    expect(field().hasAttribute("aria-activedescendant")).toBe(false);
    press("ArrowDown");
    press("Enter");
    expect(done).toEqual([]);
  });

  it("says how many more there are than it shows", () => {
    render(palette(known(...Array.from({ length: 1_050 }, (_, i) => `twin-${i}`))));
    type("twin");
    expect(lines()).toHaveLength(20);
    expect(screen.getByText(/^1\s?030 more match/u)).toBeTruthy();
  });

  it("stays as it is when a poll brings others, until the next key", () => {
    const { rerender } = render(palette());
    type("abc");
    press("ArrowDown");
    const before = lines().map(({ textContent }) => textContent);
    const chosen = active();
    rerender(palette(known("abc-0", "abc-1", "abc-2", "abc-3")));
    expect(lines().map(({ textContent }) => textContent)).toEqual(before);
    expect(active()).toBe(chosen);
    type("abc-");
    expect(lines()).toHaveLength(4);
  });

  it("closes by its own shortcut, does nothing then, and leaves keys of an input method alone", () => {
    render(palette());
    press("Enter", { isComposing: true });
    expect(done).toEqual([]);
    press("k", { ctrlKey: true });
    expect(done).toEqual(["closed"]);
  });

  it("hides nothing in an id and spreads none out", () => {
    render(palette(known("\u202e<img src=x>", "x".repeat(10_000))));
    type("x");
    expect(document.querySelector("img")).toBeNull();
    const [long, reversed] = lines().map((line) => line.querySelector(".what")?.textContent ?? "");
    expect(long?.length).toBeLessThan(900);
    expect(reversed).toContain("⟨U+202E⟩<img src=x>");
  });

  it("moves with the pointer", () => {
    render(palette());
    const [, second] = lines();
    if (!second) throw new Error("No second line.");
    act(() => void fireEvent.pointerMove(second));
    expect(active()).toBe("Poll now");
    fireEvent.click(second);
    expect(done).toEqual(["closed", "Poll now"]);
  });
});
