import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useShortcuts } from "./use-shortcuts.ts";

const press = vi.fn<() => void>();

function View() {
  useShortcuts({ p: press, "/": press });
  return (
    <>
      <input aria-label="field" />
      <button type="button">button</button>
    </>
  );
}

beforeEach(() => {
  press.mockClear();
  render(<View />);
});
afterEach(cleanup);

describe("a single-key shortcut", () => {
  it.each([{ key: "p" }, { key: "P" }, { key: "/" }])(
    "acts wherever nothing else wants the key: %j",
    (init) => {
      fireEvent.keyDown(screen.getByRole("button"), init);
      expect(press).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    { key: "p", ctrlKey: true },
    { key: "p", metaKey: true },
    { key: "p", altKey: true },
    { key: "p", repeat: true },
    { key: "x" },
    { key: "constructor" },
  ])("leaves %j alone", (init) => {
    fireEvent.keyDown(screen.getByRole("button"), init);
    expect(press).not.toHaveBeenCalled();
  });

  it("leaves what is typed into a field alone", () => {
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "p" });
    expect(press).not.toHaveBeenCalled();
  });

  it("is gone with its view", () => {
    cleanup();
    fireEvent.keyDown(document.body, { key: "p" });
    expect(press).not.toHaveBeenCalled();
  });
});
