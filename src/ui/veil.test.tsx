import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useVeil } from "./veil.ts";

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  useVeil(scroller);
  return (
    <div ref={scroller} data-testid="list">
      <div className="lview" data-testid="view">
        <div data-key="one" tabIndex={-1}>
          <button>Inside</button>
        </div>
        <div data-key="two" data-testid="two" />
      </div>
      <div data-testid="other" />
    </div>
  );
}

const setup = () => {
  const { unmount } = render(<List />);
  const list = screen.getByTestId("list");
  const isVeiled = () => list.hasAttribute("data-veiled");
  return {
    unmount,
    list,
    isVeiled,
    view: screen.getByTestId("view"),
    button: screen.getByRole("button"),
    two: screen.getByTestId("two"),
    other: screen.getByTestId("other"),
  };
};

/** What is clicked from here on, as those above the list hear it. */
function clicks(): MouseEvent[] {
  const heard: MouseEvent[] = [];
  const { signal } = ending;
  document.body.addEventListener("click", (event) => heard.push(event), { signal });
  document.body.addEventListener("dblclick", (event) => heard.push(event), { signal });
  return heard;
}

/** The browser's answer to what is at a place; happy-dom lays nothing out. */
function thereIs(...elements: readonly Element[]): void {
  document.elementsFromPoint = () => [...elements];
}

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "elementsFromPoint");
});

describe("the veil", () => {
  it("falls with the wheel, and is gone soon after the list stands", () => {
    const { list, isVeiled } = setup();
    fireEvent.scroll(list);
    expect(isVeiled()).toBe(false);
    fireEvent.wheel(list);
    expect(isVeiled()).toBe(true);
    vi.advanceTimersByTime(90);
    fireEvent.scroll(list);
    vi.advanceTimersByTime(90);
    expect(isVeiled()).toBe(true);
    vi.advanceTimersByTime(10);
    expect(isVeiled()).toBe(false);
  });

  it("is gone with the first movement of the pointer, and with the list", () => {
    const { list, isVeiled, unmount } = setup();
    fireEvent.wheel(list);
    fireEvent.pointerMove(list);
    expect(isVeiled()).toBe(false);
    fireEvent.wheel(list);
    unmount();
    expect(isVeiled()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a click on it", () => {
  it.each(["click", "dblClick"] as const)(
    "is for what is seen there, with all it says, and that row has the focus: %s",
    (kind) => {
      const { view, button } = setup();
      const heard = clicks();
      thereIs(view, button, document.body);
      fireEvent.mouseDown(view);
      fireEvent[kind](view, { clientX: 7, clientY: 9, ctrlKey: true, detail: 1 });
      expect(heard).toHaveLength(1);
      expect(heard[0]).toMatchObject({ target: button, clientX: 7, clientY: 9, ctrlKey: true, detail: 1 });
      expect(document.activeElement).toBe(button.parentElement);
    },
  );

  it("selects no text up to it", () => {
    const { view, button } = setup();
    thereIs(view, button);
    expect(fireEvent.mouseDown(view, { shiftKey: true })).toBe(false);
    expect(fireEvent.mouseDown(view)).toBe(true);
  });

  it("is for no row that was not pressed, and for none where somebody took it before", () => {
    const { list, view, button, two, other } = setup();
    const heard = clicks();
    const targets = () => heard.splice(0).map(({ target }) => target);
    // Pressed on one and let go over another; pressed where no row is, or beside the veil.
    thereIs(view, two);
    fireEvent.mouseDown(view);
    thereIs(view, button);
    fireEvent.click(view);
    expect(targets()).toEqual([view]);
    thereIs(view, document.body);
    fireEvent.mouseDown(view);
    thereIs(view, button);
    fireEvent.click(view);
    expect(targets()).toEqual([view]);
    fireEvent.mouseDown(button);
    fireEvent.click(view);
    expect(targets()).toEqual([view]);
    fireEvent.mouseDown(other);
    fireEvent.click(other);
    expect(targets()).toEqual([other]);
    list.parentElement?.addEventListener("click", (event) => event.preventDefault(), {
      capture: true,
      signal: ending.signal,
    });
    fireEvent.mouseDown(view);
    fireEvent.click(view);
    expect(targets()).toEqual([view]);
  });
});
