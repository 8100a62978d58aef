import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Shortcut, SHORTCUTS } from "../domain/shortcuts.ts";
import { type Shortcuts, useShortcuts } from "./use-shortcuts.ts";

let done: string[] = [];

// Object.fromEntries forgets which keys; these are those of the table.
const NOTED = Object.fromEntries(
  Object.keys(SHORTCUTS).map((name) => [name, () => void done.push(name)]),
) as Shortcuts;

function View({ isAsking = false }) {
  useShortcuts({ shortcuts: NOTED, isAsking, onGiveUp: () => void done.push("give up") });
  return (
    <>
      <input aria-label="field" />
      <button type="button">button</button>
    </>
  );
}

beforeEach(() => {
  done = [];
  render(<View />);
});
afterEach(cleanup);

const press = (init: KeyboardEventInit, at?: number) => {
  const event = createEvent.keyDown(screen.getByRole("button"), init);
  if (at !== undefined) Object.defineProperty(event, "timeStamp", { value: at });
  fireEvent(screen.getByRole("button"), event);
  return event.defaultPrevented;
};

describe("a shortcut", () => {
  it.each([
    ["panel", <a href="/" key="panel" aria-haspopup="dialog" aria-expanded="true" aria-label="opener" />],
    ["menu", <a href="/" key="menu" aria-haspopup="menu" aria-expanded="true" aria-label="opener" />],
    ["sheet", <dialog key="sheet" open aria-label="sheet" />],
  ])("is none while a %s is open, wherever the focus is: who typed there goes on", (_, open) => {
    render(open);
    expect(press({ key: "p" })).toBe(false);
    expect(done).toEqual([]);
    expect(press({ key: "k", ctrlKey: true })).toBe(true);
    expect(done).toEqual(["palette"]);
  });

  it.each<[init: KeyboardEventInit, name: Shortcut]>([
    [{ key: "p" }, "pause"],
    [{ key: "P" }, "pause"],
    [{ key: "/" }, "search"],
    [{ key: "?", shiftKey: true }, "help"],
    [{ key: "k", ctrlKey: true }, "palette"],
    [{ key: "k", metaKey: true }, "palette"],
    // Where brackets are on the third level of a keyboard: Option on a Mac, AltGr elsewhere.
    [{ key: "[", altKey: true }, "shorter"],
    [{ key: "]", ctrlKey: true, altKey: true, modifierAltGraph: true }, "longer"],
  ])("acts wherever nothing else wants the key: %j is %s", (init, name) => {
    expect(press(init)).toBe(true);
    expect(done).toEqual([name]);
  });

  it.each<KeyboardEventInit>([
    { key: "p", ctrlKey: true },
    { key: "p", metaKey: true },
    { key: "p", altKey: true },
    { key: "[", ctrlKey: true },
    { key: "p", repeat: true },
    { key: "k" },
    { key: "k", ctrlKey: true, shiftKey: true },
    { key: "k", ctrlKey: true, altKey: true },
    { key: "x" },
    { key: "constructor" },
  ])("leaves %j alone", (init) => {
    expect(press(init)).toBe(false);
    expect(done).toEqual([]);
  });

  it("leaves what is typed into a field alone, but for what is held down with Control", () => {
    const field = screen.getByRole("textbox");
    fireEvent.keyDown(field, { key: "p" });
    fireEvent.keyDown(field, { key: "g" });
    fireEvent.keyDown(field, { key: "s" });
    expect(done).toEqual([]);
    fireEvent.keyDown(field, { key: "k", ctrlKey: true });
    expect(done).toEqual(["palette"]);
  });

  it("may be two keys, one soon after the other", () => {
    press({ key: "g" }, 1_000);
    expect(press({ key: "s" }, 2_400)).toBe(true);
    expect(done).toEqual(["sessions"]);
    press({ key: "s" }, 2_500);
    press({ key: "g" }, 3_000);
    press({ key: "s" }, 4_600);
    expect(done).toEqual(["sessions"]);
  });

  it("of two keys may be typed with Shift, and the first is forgotten by any other", () => {
    press({ key: "G", shiftKey: true }, 1_000);
    press({ key: "Shift", shiftKey: true }, 1_100);
    press({ key: "S", shiftKey: true }, 1_200);
    expect(done).toEqual(["sessions"]);
    press({ key: "g" }, 2_000);
    press({ key: "p" }, 2_100);
    press({ key: "s" }, 2_200);
    expect(done).toEqual(["sessions", "pause"]);
  });

  it("is given up by Escape as long as what it opens is not there", () => {
    const heard: string[] = [];
    const ending = new AbortController();
    document.addEventListener("keydown", ({ key }) => heard.push(key), { signal: ending.signal });
    // Nothing was asked for: it is for whatever else listens.
    expect(press({ key: "Escape" })).toBe(false);
    cleanup();
    render(<View isAsking />);
    expect(press({ key: "Escape" })).toBe(true);
    expect([done, heard]).toEqual([["give up"], ["Escape"]]);
    cleanup();
    done = [];
    render(<View />);
    // Asked for this moment: the page had no time to render.
    press({ key: "?" });
    expect([press({ key: "Escape" }), press({ key: "Escape" })]).toEqual([true, false]);
    expect([done, heard]).toEqual([
      ["help", "give up"],
      ["Escape", "?", "Escape"],
    ]);
    cleanup();
    done = [];
    render(<View isAsking />);
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.setAttribute("open", "");
    // The browser's own: what is open closes at it.
    expect(press({ key: "Escape" })).toBe(false);
    dialog.remove();
    ending.abort();
    expect([done, heard]).toEqual([[], ["Escape", "?", "Escape", "Escape"]]);
  });

  it("is gone with its view", () => {
    cleanup();
    fireEvent.keyDown(document.body, { key: "p" });
    expect(done).toEqual([]);
  });
});
