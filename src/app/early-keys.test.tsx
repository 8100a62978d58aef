import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { focusField } from "./focus-field.ts";
import type { Shortcuts } from "./use-shortcuts.ts";

/** Not React's: what React makes of typing is seen in a browser (e2e/keyboard.spec.ts). */
const Field = () => <input id="search" aria-label="Search" />;

it("what is pressed before the shortcuts have been fetched is done once they are, and once", async () => {
  // Keys are early once in the life of a page.
  vi.resetModules();
  const { ShortcutKeys } = await import("./use-shortcuts.ts");
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
      <ShortcutKeys shortcuts={shortcuts} isAsking={false} onGiveUp={none} />
    </>
  );
  render(page);
  expect(pause).toHaveBeenCalledTimes(1);
  await expect.poll(() => screen.getByRole<HTMLInputElement>("textbox").value).toBe("gpt");
  cleanup();
  render(page);
  expect(pause).toHaveBeenCalledTimes(1);
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("");
});
