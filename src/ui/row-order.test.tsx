import { render, screen } from "@testing-library/react";
import { useRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { useRowOrder } from "./row-order.ts";

interface RowsProps {
  readonly indexes: readonly number[];
  readonly scrolling?: true;
  readonly view?: object;
}

function Rows({ indexes, scrolling, view }: RowsProps) {
  const [layer, scroller] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  useRowOrder(layer, scroller, view);
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

  describe("that answers bring", () => {
    const [view, start] = [{}, [0, 1, 2, 3, 4, 5]];
    /** The rows as who hears the page meets them. */
    const heard = () =>
      (document.querySelector("[aria-owns]")?.getAttribute("aria-owns") ?? "")
        .split(" ")
        .map((id) => Number(document.querySelector<HTMLElement>(`#${id}`)?.dataset["index"]));

    it("are moved where they are few", () => {
      const { rerender } = render(<Rows view={view} indexes={start} />);
      rerender(<Rows view={view} indexes={[3, 4, 5, 0, 1, 2]} />);
      expect(shown("index")).toEqual(start);
      expect(document.querySelector("[aria-owns]")).toBeNull();
    });

    it.each([
      ["the pointer", () => screen.getByTestId("scroller").dispatchEvent(new Event("pointerover"))],
      ["the focus", () => document.querySelector<HTMLElement>("[data-index='6']")?.focus()],
      ["a key", () => document.body.dispatchEvent(new Event("keydown"))],
    ])("are told in their order where they are many, and are moved once %s is there", (_, come) => {
      const { rerender } = render(<Rows view={view} indexes={start} />);
      const [sorted, mixed] = [
        [4, 5, 6, 7, 8, 9],
        [4, 9, 8, 7, 6, 5],
      ];
      rerender(<Rows view={view} indexes={mixed} />);
      expect(shown("index")).toEqual(mixed);
      expect(heard()).toEqual(sorted);
      come();
      expect(shown("index")).toEqual(sorted);
      expect(document.querySelector("[aria-owns]")).toBeNull();
    });

    it("are moved at once, however many, where the focus is among them", () => {
      const { rerender } = render(<Rows view={view} indexes={start} />);
      const focused = document.querySelector<HTMLElement>("[data-slot='4']");
      focused?.focus();
      rerender(<Rows view={view} indexes={[4, 9, 8, 7, 6, 5]} />);
      expect(shown("index")).toEqual([4, 5, 6, 7, 8, 9]);
      expect(document.activeElement).toBe(focused);
    });

    it("are moved past the one that the pointer is on", () => {
      const { rerender } = render(<Rows view={view} indexes={start} />);
      rerender(<Rows view={view} indexes={[4, 9, 8, 7, 6, 5]} />);
      const pointed = document.querySelector("[data-slot='1']");
      const moved: unknown[] = [];
      const layer = pointed?.parentElement;
      if (layer)
        layer.insertBefore = (node, before) => {
          moved.push(node);
          return HTMLElement.prototype.insertBefore.call(layer, node, before) && node;
        };
      pointed?.dispatchEvent(new Event("pointerover", { bubbles: true }));
      expect(shown("index")).toEqual([4, 5, 6, 7, 8, 9]);
      expect(moved.length).toBeGreaterThan(0);
      expect(moved).not.toContain(pointed);
    });

    it("are moved at once, however many, where the reader asked for something else or scrolled", async () => {
      const { rerender } = render(<Rows view={view} indexes={start} />);
      rerender(<Rows view={{}} indexes={[5, 4, 3, 2, 1, 0]} />);
      expect(shown("index")).toEqual(start);
      const [scrolled, after] = [{}, [9, 8, 7, 6, 5, 4]];
      rerender(<Rows view={scrolled} indexes={start} />);
      rerender(<Rows view={scrolled} indexes={after} scrolling />);
      delete screen.getByTestId("scroller").dataset["scrolling"];
      await vi.waitFor(() => expect(shown("index")).toEqual([4, 5, 6, 7, 8, 9]));
      // What is drawn once the scroll is over is what the reader went to.
      rerender(<Rows view={scrolled} indexes={[19, 18, 17, 16, 15, 14]} />);
      expect(shown("index")).toEqual([14, 15, 16, 17, 18, 19]);
    });
  });
});
