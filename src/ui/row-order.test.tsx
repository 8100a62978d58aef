import { render, screen } from "@testing-library/react";
import fc from "fast-check";
import { useRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { staying, useRowOrder } from "./row-order.ts";

const permutation = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 9 })
  .map((numbers) => numbers as readonly number[]);

const isAscending = (numbers: readonly number[]) =>
  numbers.every((number, place) => place === 0 || (numbers[place - 1] ?? number) < number);

/** The longest ascending run of all there are, through a place if one is pinned. */
function longest(order: readonly number[], pinned: number): number {
  let most = 0;
  for (let mask = 0; mask < 1 << order.length; mask += 1) {
    const run = order.filter((_, place) => mask & (1 << place));
    const hasPin = pinned < 0 || (mask & (1 << pinned)) !== 0;
    if (hasPin && run.length > most && isAscending(run)) most = run.length;
  }
  return most;
}

describe("the rows that stay where they are", () => {
  it("are in order among themselves, and as many as can be", () => {
    fc.assert(
      fc.property(permutation, (order) => {
        const stay = staying(order);
        expect(isAscending(order.filter((_, place) => stay.has(place)))).toBe(true);
        expect(stay.size).toBe(longest(order, -1));
      }),
    );
  });

  it("have the pinned one among them", () => {
    fc.assert(
      fc.property(
        permutation.filter(({ length }) => length > 0),
        fc.nat(),
        (order, some) => {
          const pinned = some % order.length;
          const stay = staying(order, pinned);
          expect(stay.has(pinned)).toBe(true);
          expect(isAscending(order.filter((_, place) => stay.has(place)))).toBe(true);
          expect(stay.size).toBe(longest(order, pinned));
        },
      ),
    );
  });
});

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
