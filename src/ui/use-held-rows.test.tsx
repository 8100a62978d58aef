import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { LaneRow } from "./lane-grid.tsx";
import { useHeldRows } from "./use-held-rows.ts";

const rowOf = (key: string): LaneRow => ({ kind: "session", key, height: 26 });
const [one, two] = [[rowOf("a")], [rowOf("a"), rowOf("b")]];
const asked = {};
const rendered = vi.fn<() => void>();

function Lanes({
  wanted,
  withButton = true,
}: {
  readonly wanted: readonly LaneRow[];
  readonly withButton?: boolean;
}) {
  rendered();
  const { rows, waiting, hold, letGo } = useHeldRows(wanted, asked);
  return (
    <main tabIndex={-1} {...hold}>
      {withButton && <button type="button">now</button>}
      <button type="button" onClick={letGo}>
        {waiting} new
      </button>
      <output>{rows.map(({ key }) => key).join(" ")}</output>
    </main>
  );
}

const shown = () => screen.getByRole("status").textContent;
const lanes = () => screen.getByRole("main");

afterEach(cleanup);

describe("rows under somebody's eyes", () => {
  it("stay as they are, and come once they are left, without a render for who comes or goes", () => {
    const { rerender } = render(<Lanes wanted={one} />);
    rendered.mockClear();
    fireEvent.pointerEnter(lanes());
    fireEvent.pointerLeave(lanes());
    fireEvent.pointerEnter(lanes());
    expect(rendered).not.toHaveBeenCalled();
    rerender(<Lanes wanted={two} />);
    expect([shown(), screen.getByText("1 new")]).toEqual(["a", expect.anything()]);
    fireEvent.pointerLeave(lanes());
    expect(shown()).toBe("a b");
  });

  it("come at a press, wherever the pointer is", () => {
    const { rerender } = render(<Lanes wanted={one} />);
    fireEvent.pointerEnter(lanes());
    rerender(<Lanes wanted={two} />);
    fireEvent.click(screen.getByText("1 new"));
    expect(shown()).toBe("a b");
  });

  it("come once the focus has left them, and not while it goes from one of them to another", async () => {
    const { rerender } = render(<Lanes wanted={one} />);
    act(() => screen.getByText("now").focus());
    rerender(<Lanes wanted={two} />);
    await act(async () => screen.getByText("1 new").focus());
    expect(shown()).toBe("a");
    await act(async () => screen.getByText("1 new").blur());
    expect(shown()).toBe("a b");
  });

  it("come where nothing in them has the focus, but all of them together", async () => {
    const { rerender } = render(<Lanes wanted={one} />);
    await act(async () => lanes().focus());
    rerender(<Lanes wanted={two} />);
    expect(shown()).toBe("a b");
  });

  it("come where what had the focus is gone", () => {
    const { rerender } = render(<Lanes wanted={one} />);
    act(() => screen.getByText("now").focus());
    rerender(<Lanes wanted={two} />);
    expect(shown()).toBe("a");
    rerender(<Lanes wanted={two} withButton={false} />);
    expect(shown()).toBe("a b");
  });
});
