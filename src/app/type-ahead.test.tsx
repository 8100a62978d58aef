import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { type Shortcuts, ShortcutKeys } from "./use-shortcuts.ts";

afterEach(cleanup);

const pause = vi.fn<() => void>();
const palette = vi.fn<() => void>();
const none = () => undefined;
// Object.fromEntries forgets which keys; these are those of the table.
const NOTHING = Object.fromEntries(Object.keys(SHORTCUTS).map((name) => [name, none])) as Shortcuts;
const SHORTCUTS_HERE: Shortcuts = { ...NOTHING, pause, palette };

/** Not React's: what React makes of typing is seen in a browser (e2e/palette.spec.ts, e2e/keyboard.spec.ts). */
const Field = () => <input aria-label="palette" />;

const value = () => screen.getByRole<HTMLInputElement>("textbox").value;
const type = (...keys: readonly string[]) => keys.forEach((key) => fireEvent.keyDown(document.body, { key }));

/** Opens the palette as far as the page does at once, and gives what brings its field. */
function open() {
  const { rerender } = render(<ShortcutKeys shortcuts={SHORTCUTS_HERE} isAsking={false} onGiveUp={none} />);
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  return () => {
    rerender(
      <>
        <ShortcutKeys shortcuts={SHORTCUTS_HERE} isAsking={false} onGiveUp={none} />
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

it("waits no longer than somebody would: what was typed long ago is typed nowhere", async () => {
  pause.mockClear();
  const bring = open();
  type("x");
  const late = createEvent.keyDown(document.body, { key: "p" });
  Object.defineProperty(late, "timeStamp", { value: performance.now() + 60_000 });
  fireEvent(document.body, late);
  expect(pause).toHaveBeenCalledTimes(1);
  bring();
  await Promise.resolve();
  expect(value()).toBe("");
});

it("takes what is typed into the field that the palette was asked for in, and from no other", async () => {
  render(<input aria-label="filter" />);
  const filter = screen.getByRole("textbox", { name: "filter" });
  filter.focus();
  const { rerender } = render(<ShortcutKeys shortcuts={SHORTCUTS_HERE} isAsking={false} onGiveUp={none} />);
  fireEvent.keyDown(filter, { key: "k", ctrlKey: true });
  expect(fireEvent.keyDown(filter, { key: "a" }), "left to the field").toBe(false);
  rerender(
    <>
      <ShortcutKeys shortcuts={SHORTCUTS_HERE} isAsking={false} onGiveUp={none} />
      <Field />
    </>,
  );
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "palette" });
  field.focus();
  await expect.poll(() => field.value).toBe("a");
  expect(fireEvent.keyDown(filter, { key: "b" }), "left to the field").toBe(true);
});

it.each(["F5", "PageDown", "Home"])("leaves %s to the browser, and keeps nothing from then on", (key) => {
  pause.mockClear();
  open();
  expect(fireEvent.keyDown(document.body, { key }), "left to the browser").toBe(true);
  type("p");
  expect(pause).toHaveBeenCalledTimes(1);
});
