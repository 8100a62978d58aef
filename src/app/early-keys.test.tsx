import { cleanup, fireEvent, render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import "./early-keys.ts";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { type Shortcuts, ShortcutKeys } from "./use-shortcuts.ts";

it("what is pressed before the shortcuts have been fetched is done once they are, and once", () => {
  const pause = vi.fn<() => void>();
  const none = () => undefined;
  // Object.fromEntries forgets which keys; these are those of the table.
  const nothing = Object.fromEntries(Object.keys(SHORTCUTS).map((name) => [name, none])) as Shortcuts;
  const shortcuts: Shortcuts = { ...nothing, pause };
  fireEvent.keyDown(document.body, { key: "p" });
  expect(pause).not.toHaveBeenCalled();
  render(<ShortcutKeys shortcuts={shortcuts} />);
  expect(pause).toHaveBeenCalledTimes(1);
  cleanup();
  render(<ShortcutKeys shortcuts={shortcuts} />);
  expect(pause).toHaveBeenCalledTimes(1);
});
