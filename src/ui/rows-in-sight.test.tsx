import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useRowsInSight } from "./rows-in-sight.ts";

/** How far the page is scrolled, px. */
let scrolled = 0;
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  now = 1_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(
    () => new DOMRect(0, -scrolled, 100, 20),
  );
  scrolled = 0;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function Rows() {
  const { ref, rows, isPassing } = useRowsInSight(10_000, 20, []);
  return (
    <div
      ref={ref}
      data-passing={isPassing(100)}
      data-whole={[3, 4].filter((index) => !isPassing(index)).join()}
    >
      {rows.map((row) => row.kind === "row" && <Row key={row.index} index={row.index} />)}
    </div>
  );
}

const Row = ({ index }: { readonly index: number }) => (
  <p data-sight={index}>
    <button type="button">{index}</button>
  </p>
);

/** Steps of a frame each, of so many rows. */
const scroll = (steps: number, rows: number) =>
  act(() => {
    for (let step = 0; step < steps; step += 1) {
      now += 16;
      scrolled += rows * 20;
      document.dispatchEvent(new Event("scroll"));
    }
  });

it("rows that go by faster than anybody reads are told so, until the page stands", () => {
  const { container } = render(<Rows />);
  const isPassing = () => container.querySelector("[data-passing]")?.getAttribute("data-passing");
  scroll(5, 1);
  expect(isPassing()).toBe("false");
  scroll(5, 8);
  expect(isPassing()).toBe("true");
  act(() => {
    vi.advanceTimersByTime(200);
  });
  expect(isPassing()).toBe("false");
});

it("keys lead to rows that are there, however fast", () => {
  const { container } = render(<Rows />);
  const isPassing = () => container.querySelector("[data-passing]")?.getAttribute("data-passing");
  scroll(5, 8);
  expect(isPassing()).toBe("true");
  act(() => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
  });
  expect(isPassing()).toBe("false");
  for (let presses = 0; presses < 6; presses += 1) {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
    scroll(1, 10);
    expect(isPassing()).toBe("false");
  }
});

it("the row that has the focus is kept, and whole", () => {
  const { container, getByText, queryByText } = render(<Rows />);
  getByText("3").focus();
  scroll(20, 8);
  expect(document.activeElement).toBe(getByText("3"));
  expect(queryByText("4")).toBeNull();
  expect(container.querySelector("[data-passing]")?.getAttribute("data-whole")).toBe("3");
});
