import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { type Shortcuts, ShortcutKeys } from "./use-shortcuts.ts";

afterEach(cleanup);

const pause = vi.fn<() => void>();
const palette = vi.fn<() => void>();
// Object.fromEntries forgets which keys; these are those of the table.
const SHORTCUTS_HERE = {
  ...Object.fromEntries(Object.keys(SHORTCUTS).map((name) => [name, () => undefined])),
  pause,
  palette,
} as unknown as Shortcuts;

function Field() {
  const [text, setText] = useState("");
  return <input aria-label="palette" value={text} onChange={(event) => setText(event.target.value)} />;
}

const value = () => screen.getByRole<HTMLInputElement>("textbox").value;
const type = (...keys: readonly string[]) => keys.forEach((key) => fireEvent.keyDown(document.body, { key }));

/** Opens the palette as far as the page does at once, and gives what brings its field. */
function open() {
  const { rerender } = render(<ShortcutKeys shortcuts={SHORTCUTS_HERE} />);
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  return () => {
    rerender(
      <>
        <ShortcutKeys shortcuts={SHORTCUTS_HERE} />
        <Field />
      </>,
    );
    screen.getByRole("textbox").focus();
  };
}

it("what is typed before the palette is there is in its field once it is", async () => {
  const bring = open();
  expect(palette).toHaveBeenCalledTimes(1);
  type("p", "a", "u", "s", "e");
  expect(pause).not.toHaveBeenCalled();
  bring();
  await expect.poll(() => value()).toBe("pause");
  // From then on the field hears its keys itself.
  type("p");
  expect(pause).toHaveBeenCalledTimes(1);
  expect(value()).toBe("pause");
});

it.each([
  ["a press of the pointer", () => fireEvent.pointerDown(document.body)],
  ["Escape", () => type("Escape")],
])("%s ends the wait: keys are the page's again", (_, end) => {
  pause.mockClear();
  const bring = open();
  end();
  type("p");
  expect(pause).toHaveBeenCalledTimes(1);
  bring();
  expect(value()).toBe("");
});

it("waits no longer than somebody would", () => {
  pause.mockClear();
  open();
  const late = createEvent.keyDown(document.body, { key: "p" });
  Object.defineProperty(late, "timeStamp", { value: performance.now() + 60_000 });
  fireEvent(document.body, late);
  expect(pause).toHaveBeenCalledTimes(1);
});
