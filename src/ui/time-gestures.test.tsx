import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TimeGestures, type TimeGesture } from "./time-gestures.tsx";

const told = vi.fn<(gesture: TimeGesture, isHeld: boolean) => void>();
const rested = vi.fn<() => void>();
const FRAME = { from: 0, to: 1_000, live: false };

/** Strips are 1,000 px wide and begin at 200. */
beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(200, 0, 1_000, 100));
  told.mockClear();
  rested.mockClear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(isDragged = false) {
  const area = (frame = FRAME) => (
    <div>
      <TimeGestures
        frame={frame}
        words={(at) => `at ${at}`}
        wheelFactor={(px) => 2 ** (-px / 100)}
        onGesture={told}
        onRest={rested}
        isDragged={isDragged}
      />
      <div data-axis-from={0} />
      <button type="button">row</button>
    </div>
  );
  const { container, rerender } = render(area());
  const find = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    axis: find("[data-axis-from]"),
    row: find("button"),
    cross: find(".cross"),
    stretch: find(".stretch"),
    become: (frame: typeof FRAME) => rerender(area(frame)),
  };
}

const gestures = () => told.mock.calls.map(([gesture]) => gesture);

function point(
  target: EventTarget,
  type: string,
  clientX: number,
  init: Partial<PointerEventInit> = {},
): PointerEvent {
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    clientX,
    pointerType: "mouse",
    pointerId: 1,
    // As while something is held, which is what most of these are about.
    buttons: type === "pointerup" ? 0 : 1,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

function wheel(target: EventTarget, init: WheelEventInit & { clientX?: number }): WheelEvent {
  const event = new WheelEvent("wheel", { bubbles: true, cancelable: true, ...init });
  // This document's wheel events forget where they were and with which keys.
  for (const [name, value] of Object.entries(init)) Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
  return event;
}

const press = (target: EventTarget, key: string, init: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));

it("the area says that it can be moved for as long as it can", () => {
  const { axis } = show();
  const area = axis.parentElement;
  expect(area?.dataset["moves"]).toBe("");
  cleanup();
  expect(area?.dataset["moves"]).toBeUndefined();
});

describe("the wheel over a timeline", () => {
  it("is the page's own", () => {
    const { row } = show();
    expect(wheel(row, { deltaY: 100, deltaX: 20 }).defaultPrevented).toBe(false);
    expect(told).not.toHaveBeenCalled();
  });

  it.each(["ctrlKey", "metaKey"] as const)("zooms about the pointer with %s", (key) => {
    const { row } = show();
    expect(wheel(row, { deltaY: -100, clientX: 450, [key]: true }).defaultPrevented).toBe(true);
    expect(gestures()).toEqual([{ kind: "zoom", x: 0.25, factor: 2 }]);
  });

  it("zooms about the middle where it is over the words before the picture, and about now beyond that", () => {
    const { row } = show();
    for (const clientX of [150, 1_250]) wheel(row, { deltaY: -100, clientX, ctrlKey: true });
    expect(gestures().map((gesture) => gesture.kind === "zoom" && gesture.x)).toEqual([0.5, 1]);
  });

  it("pans with Shift, and by itself where it turns sideways", () => {
    const { row } = show();
    wheel(row, { deltaY: 100, clientX: 450, shiftKey: true });
    wheel(row, { deltaX: -50, deltaY: 10, clientX: 450 });
    expect(gestures()).toEqual([
      { kind: "pan", by: 0.1 },
      { kind: "pan", by: -0.05 },
    ]);
  });

  it.each([
    { what: "pixels", deltaMode: 0, delta: 100, px: 100 },
    { what: "lines", deltaMode: 1, delta: 3, px: 99 },
    { what: "pages", deltaMode: 2, delta: 1, px: 400 },
    { what: "what a later browser counts", deltaMode: 7, delta: 100, px: 100 },
  ])("zooms and pans by px where it counts $what", ({ deltaMode, delta, px }) => {
    const { row } = show();
    wheel(row, { deltaY: delta, deltaMode, clientX: 450, ctrlKey: true });
    wheel(row, { deltaY: delta, deltaMode, clientX: 450, shiftKey: true });
    expect(gestures()).toEqual([
      { kind: "zoom", x: 0.25, factor: 2 ** (-px / 100) },
      { kind: "pan", by: px / 1_000 },
    ]);
  });
});

describe("a finger on a timeline", () => {
  const slide = (row: HTMLElement, x: number, y: number) => {
    const touch = { pointerType: "touch" };
    point(row, "pointerdown", 400, { ...touch, clientY: 300 });
    point(document, "pointermove", 400 + x, { ...touch, clientY: 300 + y });
    point(document, "pointercancel", 400 + x, touch);
  };

  it("takes the picture along where it goes along", () => {
    slide(show().row, -90, 20);
    expect(gestures()).toEqual([{ kind: "pan", by: 0.09 }]);
  });

  it.each([
    [6, -80],
    [-20, 20.5],
  ])("scrolls where it goes more up or down: by %s and %s px", (x, y) => {
    slide(show().row, x, y);
    expect(told).not.toHaveBeenCalled();
    expect(rested).not.toHaveBeenCalled();
  });
});

describe("a drag over the axis", () => {
  it("selects a stretch, which is drawn meanwhile", () => {
    const { axis, stretch } = show();
    point(axis, "pointerdown", 300);
    point(document, "pointermove", 700);
    expect(stretch.hidden).toBe(false);
    expect([stretch.style.left, stretch.style.width]).toEqual(["10%", "40%"]);
    point(document, "pointerup", 2_000);
    expect(stretch.hidden).toBe(true);
    expect(gestures()).toEqual([{ kind: "stretch", x0: 0.1, x1: 1 }]);
  });

  it("begins at the same instant when the picture moves meanwhile, for as much of it as is in view", () => {
    const { axis, stretch, become } = show();
    point(axis, "pointerdown", 500);
    point(document, "pointermove", 700);
    become({ from: 0, to: 400, live: false });
    expect([stretch.style.left, stretch.style.width]).toEqual(["50%", "25%"]);
    become({ from: 400, to: 600, live: false });
    expect([stretch.style.left, stretch.style.width]).toEqual(["0%", "50%"]);
    point(document, "pointerup", 700);
    expect(gestures()).toEqual([{ kind: "stretch", x0: 0, x1: 0.5 }]);
  });

  it("is none where the pointer hardly moved", () => {
    const { axis } = show();
    point(axis, "pointerdown", 300);
    point(document, "pointerup", 302);
    expect(told).not.toHaveBeenCalled();
  });

  it("is given up with Escape", () => {
    const { axis, stretch } = show();
    point(axis, "pointerdown", 300);
    point(document, "pointermove", 700);
    press(document.body, "Escape");
    point(document, "pointerup", 700);
    expect(stretch.hidden).toBe(true);
    expect(told).not.toHaveBeenCalled();
  });

  it("is given up where its release was never heard, as with a menu over the page", () => {
    const { axis, stretch } = show();
    point(axis, "pointerdown", 300);
    point(document, "pointermove", 700);
    point(document, "pointermove", 800, { buttons: 0 });
    expect(stretch.hidden).toBe(true);
    point(document, "pointermove", 900);
    expect(told).not.toHaveBeenCalled();
  });

  it("begins nowhere else, nor with Control, which opens a menu on a Mac", () => {
    const { axis } = show();
    point(axis, "pointerdown", 300, { ctrlKey: true });
    point(document, "pointermove", 700);
    point(document, "pointerup", 700);
    expect(told).not.toHaveBeenCalled();
    cleanup();
    const { row } = show();
    point(row, "pointerdown", 300);
    point(document, "pointermove", 700);
    point(document, "pointerup", 700);
    expect(told).not.toHaveBeenCalled();
  });
});

describe("fingers on a timeline", () => {
  const touch = (pointerId: number) => ({ pointerId, pointerType: "touch" });

  it("pan when it is one", () => {
    const { row } = show();
    point(row, "pointerdown", 600, touch(1));
    point(document, "pointermove", 500, touch(1));
    expect(gestures()).toEqual([{ kind: "pan", by: 0.1 }]);
  });

  it("zoom about what is between them when they are two", () => {
    const { row } = show();
    point(row, "pointerdown", 600, touch(1));
    point(row, "pointerdown", 800, touch(2));
    point(document, "pointermove", 1_000, touch(2));
    expect(gestures()).toEqual([
      { kind: "zoom", x: 0.6, factor: 2 },
      { kind: "pan", by: -0.1 },
    ]);
  });

  it("do nothing more once they are lifted", () => {
    const { row } = show();
    point(row, "pointerdown", 600, touch(1));
    point(document, "pointerup", 600, touch(1));
    point(document, "pointermove", 300, touch(1));
    expect(told).not.toHaveBeenCalled();
  });
});

describe("a picture that is dragged by a mouse", () => {
  const drag = (target: HTMLElement, ...path: readonly number[]) => {
    point(target, "pointerdown", path[0] ?? 0);
    for (const x of path.slice(1)) point(document, "pointermove", x);
  };
  const clicked = vi.fn<() => void>();
  const clickOn = (target: HTMLElement, detail: number) => {
    clicked.mockClear();
    target.addEventListener("click", clicked, { once: true });
    const event = new MouseEvent("click", { bubbles: true, cancelable: true, detail });
    target.dispatchEvent(event);
    target.removeEventListener("click", clicked);
    return clicked.mock.calls.length;
  };

  beforeEach(() => {
    // This document captures no pointers.
    HTMLElement.prototype.setPointerCapture = () => undefined;
  });

  it("is held until it is let go of, and that is no click", () => {
    const { cross } = show(true);
    const picture = cross.parentElement?.parentElement;
    if (!picture) throw new Error("no picture");
    drag(picture, 600, 500);
    expect(told.mock.calls).toEqual([[{ kind: "pan", by: 0.1 }, true]]);
    expect(rested).not.toHaveBeenCalled();
    point(document, "pointerup", 500);
    expect(rested).toHaveBeenCalledOnce();
    expect(clickOn(picture, 1)).toBe(0);
    expect(clickOn(picture, 1)).toBe(1);
  });

  it("is let go of where its release was never heard", () => {
    const picture = show(true).cross.parentElement?.parentElement;
    if (!picture) throw new Error("no picture");
    drag(picture, 300, 400);
    expect(told).toHaveBeenCalledTimes(1);
    point(document, "pointermove", 500, { buttons: 0 });
    expect(rested).toHaveBeenCalledTimes(1);
    point(document, "pointermove", 600);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("leaves a press that trembles a click, and keys on links their own", () => {
    const { cross } = show(true);
    const picture = cross.parentElement?.parentElement;
    if (!picture) throw new Error("no picture");
    drag(picture, 600, 602);
    point(document, "pointerup", 602);
    expect(told).not.toHaveBeenCalled();
    expect(rested).not.toHaveBeenCalled();
    expect(clickOn(picture, 1)).toBe(1);
    drag(picture, 600, 500);
    point(document, "pointerup", 500);
    expect(clickOn(picture, 0)).toBe(1);
  });

  it("is not dragged by its buttons, nor where only fingers drag", () => {
    drag(show(true).row, 600, 500);
    drag(show().cross, 600, 500);
    expect(told).not.toHaveBeenCalled();
  });
});

describe("keys in a timeline", () => {
  it.each<[string, KeyboardEventInit, TimeGesture]>([
    ["ArrowLeft", { shiftKey: true }, { kind: "pan", by: -0.25 }],
    ["ArrowRight", { shiftKey: true }, { kind: "pan", by: 0.25 }],
    ["+", {}, { kind: "zoom", x: 0.5, factor: 2 }],
    ["-", {}, { kind: "zoom", x: 0.5, factor: 0.5 }],
  ])("%s", (key, init, gesture) => {
    const { row } = show();
    press(row, key, init);
    expect(gestures()).toEqual([gesture]);
  });

  it("are heard where nothing has the focus, unless a panel is open or text is chosen", () => {
    const { row } = show();
    press(document.body, "ArrowLeft", { shiftKey: true });
    expect(told).toHaveBeenCalledTimes(1);
    row.setAttribute("aria-haspopup", "menu");
    row.setAttribute("aria-expanded", "true");
    press(document.body, "ArrowLeft", { shiftKey: true });
    row.setAttribute("aria-expanded", "false");
    getSelection()?.selectAllChildren(row);
    press(document.body, "ArrowLeft", { shiftKey: true });
    expect(told).toHaveBeenCalledTimes(1);
    getSelection()?.removeAllRanges();
    press(document.body, "ArrowLeft", { shiftKey: true });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("that belong to the browser or to nobody are left alone", () => {
    const { row } = show();
    press(row, "+", { ctrlKey: true });
    press(row, "ArrowLeft");
    press(row, "a");
    expect(told).not.toHaveBeenCalled();
  });
});

describe("the line at the pointer", () => {
  it("asks where it is once, however often the pointer moves: to ask lays out the page", () => {
    const { row } = show();
    point(row, "pointermove", 450);
    const asked = vi.mocked(Element.prototype.getBoundingClientRect).mock.calls.length;
    for (let x = 460; x < 500; x += 1) {
      point(row, "pointermove", x);
      wheel(row, { deltaY: -100, clientX: x, ctrlKey: true });
    }
    expect(vi.mocked(Element.prototype.getBoundingClientRect).mock.calls.length).toBe(asked);
  });

  it("says the time, and goes with the pointer", () => {
    const { row, cross } = show();
    point(row, "pointermove", 450);
    expect(cross.hidden).toBe(false);
    expect(cross.style.left).toBe("25%");
    expect(cross.textContent).toBe("at 250");
    point(row, "pointermove", 100);
    expect(cross.hidden).toBe(true);
  });

  it("says another time where it rests and the picture was moved", () => {
    const { row, cross, become } = show();
    point(row, "pointermove", 450);
    become({ ...FRAME, from: FRAME.from + 500, to: FRAME.to + 500 });
    expect(cross.textContent).toBe("at 750");
    point(row, "pointermove", 100);
    become(FRAME);
    expect(cross.hidden).toBe(true);
  });
});
