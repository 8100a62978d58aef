import { render, screen } from "@testing-library/react";
import { useRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { useRowOrder } from "./row-order.ts";

function Rows({ indexes, scrolling }: { readonly indexes: readonly number[]; readonly scrolling?: true }) {
  const [layer, scroller] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  useRowOrder(layer, scroller);
  return (
    <div ref={scroller} data-scrolling={scrolling} data-testid="scroller">
      <div ref={layer}>
        {indexes.map((index, slot) => (
          // oxlint-disable-next-line react/no-array-index-key -- as elements that go from row to row have it
          <button key={slot} type="button" data-index={index} data-slot={slot} />
        ))}
      </div>
    </div>
  );
}

const shown = (what: "index" | "slot") =>
  [...document.querySelectorAll<HTMLElement>("[data-index]")].map(({ dataset }) => Number(dataset[what]));

describe("rows", () => {
  it("stand in order whatever elements draw them, and again after the next change", () => {
    const { rerender } = render(<Rows indexes={[4, 1, 2, 3]} />);
    expect(shown("index")).toEqual([1, 2, 3, 4]);
    expect(shown("slot")).toEqual([1, 2, 3, 0]);
    rerender(<Rows indexes={[4, 0, 2, 3, 1]} />);
    expect(shown("index")).toEqual([0, 1, 2, 3, 4]);
    rerender(<Rows indexes={[4, 0]} />);
    expect(shown("index")).toEqual([0, 4]);
  });

  it("are moved past the one that has the focus", () => {
    const { rerender } = render(<Rows indexes={[0, 1, 2, 3]} />);
    const focused = document.querySelector<HTMLElement>("[data-slot='3']");
    focused?.focus();
    rerender(<Rows indexes={[1, 2, 3, 0]} />);
    expect(shown("index")).toEqual([0, 1, 2, 3]);
    expect(document.activeElement).toBe(focused);
  });

  it("stand as they are used while the list is scrolled", async () => {
    const { rerender } = render(<Rows indexes={[2, 0, 1]} scrolling />);
    expect(shown("index")).toEqual([2, 0, 1]);
    rerender(<Rows indexes={[3, 0, 1]} scrolling />);
    expect(shown("index")).toEqual([3, 0, 1]);
    delete screen.getByTestId("scroller").dataset["scrolling"];
    await vi.waitFor(() => expect(shown("index")).toEqual([0, 1, 3]));
  });
});
