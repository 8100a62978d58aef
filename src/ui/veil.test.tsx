import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useVeil } from "./veil.ts";

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  useVeil(scroller);
  return (
    <div ref={scroller}>
      <div className="lview" data-testid="view">
        <div data-key="one" tabIndex={-1}>
          <button>Inside</button>
        </div>
      </div>
      <div data-testid="other" />
    </div>
  );
}

/** What is clicked from here on, as those above the list hear it. */
function clicks(): readonly MouseEvent[] {
  const heard: MouseEvent[] = [];
  document.body.addEventListener("click", (event) => heard.push(event), { signal: ending.signal });
  return heard;
}

/** The browser's answer to what is at a place; happy-dom lays nothing out. */
function thereIs(...elements: readonly Element[]): void {
  document.elementsFromPoint = () => [...elements];
}

let ending: AbortController;
beforeEach(() => void (ending = new AbortController()));
afterEach(() => {
  ending.abort();
  Reflect.deleteProperty(document, "elementsFromPoint");
});

it("gives a click on it to what is seen there, with all it says, and that row has the focus", () => {
  render(<List />);
  const heard = clicks();
  const [view, button] = [screen.getByTestId("view"), screen.getByRole("button")];
  thereIs(view, button, document.body);
  fireEvent.click(view, { clientX: 7, clientY: 9, ctrlKey: true, detail: 1 });
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ target: button, clientX: 7, clientY: 9, ctrlKey: true, detail: 1 });
  expect(document.activeElement).toBe(button.parentElement);
});

it("leaves alone what is clicked beside it, and where no row is", () => {
  render(<List />);
  const heard = clicks();
  const [view, button, other] = [
    screen.getByTestId("view"),
    screen.getByRole("button"),
    screen.getByTestId("other"),
  ];
  thereIs(other, view);
  fireEvent.click(other);
  thereIs(button, view);
  fireEvent.click(button);
  thereIs(view, document.body);
  fireEvent.click(view);
  expect(heard.map(({ target }) => target)).toEqual([other, button, view]);
});
