import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import "./early-keys.ts";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { focusField } from "./focus-field.ts";
import { type Shortcuts, ShortcutKeys } from "./use-shortcuts.ts";

function Field() {
  const [text, setText] = useState("");
  return (
    <input id="search" aria-label="Search" value={text} onChange={(event) => setText(event.target.value)} />
  );
}

// One test: keys are early once in the life of a page.
it("what is pressed before the shortcuts have been fetched is done once they are, and once", () => {
  const pause = vi.fn<() => void>();
  const none = () => undefined;
  // Object.fromEntries forgets which keys; these are those of the table.
  const nothing = Object.fromEntries(Object.keys(SHORTCUTS).map((name) => [name, none])) as Shortcuts;
  const shortcuts: Shortcuts = { ...nothing, pause, search: () => focusField("search") };
  // Those after one that leads into a field are typed there, and are no shortcuts.
  for (const key of ["p", "/", "g", "p", "x", "Backspace", "t"]) fireEvent.keyDown(document.body, { key });
  expect(pause).not.toHaveBeenCalled();
  const page = (
    <>
      <Field />
      <ShortcutKeys shortcuts={shortcuts} />
    </>
  );
  render(page);
  expect(pause).toHaveBeenCalledTimes(1);
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("gpt");
  cleanup();
  render(page);
  expect(pause).toHaveBeenCalledTimes(1);
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("");
});
