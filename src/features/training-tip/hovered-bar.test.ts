import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
// The router: it is what tells of links followed within the page.
import { navigate } from "wouter/use-browser-location";
import { type Hovered, onBarHover } from "./hovered-bar.ts";

let end = () => {};
const heard = vi.fn<(bar: Hovered | undefined) => void>();
const idsHeard = () =>
  heard.mock.calls.map(([bar]) => (bar && "trainingId" in bar ? bar.trainingId : undefined));

beforeEach(() => {
  vi.useFakeTimers();
  heard.mockClear();
  document.body.innerHTML = "";
  const strip = document.createElement("div");
  strip.dataset["stripSession"] = "s";
  for (const id of ["a", "b"]) {
    const bar = document.createElement("i");
    bar.dataset["bar"] = "";
    bar.dataset["trainingId"] = id;
    strip.append(bar);
  }
  document.body.append(strip);
  end = onBarHover(heard);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

/** A frame, in which it is looked where bars are. Ms. */
const FRAME = 16;
const point = (target: Element | null, type = "pointerover", init: PointerEventInit = {}) => {
  target?.dispatchEvent(new PointerEvent(type, { bubbles: true, ...init }));
  vi.advanceTimersByTime(FRAME);
};
const over = (target: Element | null) => point(target);
const bar = (id: string) => document.querySelector(`[data-training-id="${id}"]`);

describe("the bar the pointer rests on", () => {
  it("is told after a rest, not in passing", () => {
    over(bar("a"));
    vi.advanceTimersByTime(100);
    over(document.body);
    vi.advanceTimersByTime(500);
    expect(heard).not.toHaveBeenCalled();
    over(bar("a"));
    vi.advanceTimersByTime(120);
    expect(idsHeard()).toEqual(["a"]);
  });

  it("is the one that the pointer was on before anybody listened", () => {
    end();
    // This document lays nothing out, so it cannot tell what is under a pointer.
    const under = vi.spyOn(document, "querySelector").mockReturnValueOnce(bar("b"));
    end = onBarHover(heard);
    expect(under).toHaveBeenCalledWith("[data-bar]:hover");
    under.mockRestore();
    vi.advanceTimersByTime(120);
    expect(idsHeard()).toEqual(["b"]);
  });

  it("is the one that the pointer first moves on", () => {
    point(bar("a"), "pointermove");
    vi.advanceTimersByTime(120);
    expect(idsHeard()).toEqual(["a"]);
  });

  describe("beside it", () => {
    const place = (id: string, left: number) => {
      const found = bar(id);
      if (found) vi.spyOn(found, "getBoundingClientRect").mockReturnValue(new DOMRect(left, 20, 3, 8));
    };
    const strip = () => document.querySelector("[data-strip-session]");
    const move = (clientX: number, clientY: number, init: PointerEventInit = {}) =>
      point(strip(), "pointermove", { clientX, clientY, ...init });
    beforeEach(() => {
      place("a", 100);
      place("b", 108);
    });

    it("is the nearest of its strip", () => {
      move(105, 24);
      vi.advanceTimersByTime(120);
      move(106, 24);
      move(107, 32);
      move(107, 33);
      move(96, 16);
      vi.advanceTimersByTime(120);
      move(95, 16);
      expect(idsHeard()).toEqual(["a", "b", undefined, "a", undefined]);
    });

    it("is none while something is dragged", () => {
      move(105, 24, { buttons: 1 });
      point(bar("a"), "pointerover", { buttons: 1, pointerType: "mouse" });
      vi.advanceTimersByTime(500);
      expect(heard).not.toHaveBeenCalled();
    });

    it("is told again on it once the view is another", () => {
      move(105, 24);
      vi.advanceTimersByTime(120);
      navigate("/elsewhere");
      move(105, 24);
      vi.advanceTimersByTime(120);
      expect(idsHeard()).toEqual(["a", undefined, "a"]);
    });

    it("is none under what says itself for how many it stands", () => {
      const many = document.createElement("i");
      many.dataset["cluster"] = "13";
      strip()?.append(many);
      point(many, "pointermove", { clientX: 101, clientY: 24 });
      vi.advanceTimersByTime(500);
      expect(heard).not.toHaveBeenCalled();
    });

    it("is that of a whole entry that is a link", () => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      document.body.append(entry);
      entry.append(link, strip() ?? "");
      point(link, "pointermove", { clientX: 101, clientY: 24 });
      vi.advanceTimersByTime(120);
      expect(idsHeard()).toEqual(["a"]);
    });
  });

  it("stays hidden after Escape as long as the pointer is on it", () => {
    over(bar("a"));
    vi.advanceTimersByTime(120);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    point(bar("a"), "pointermove");
    vi.advanceTimersByTime(500);
    expect(idsHeard()).toEqual(["a", undefined]);
    document.documentElement.dispatchEvent(new Event("pointerleave"));
    over(bar("a"));
    vi.advanceTimersByTime(120);
    expect(idsHeard()).toEqual(["a", undefined, "a"]);
  });

  it("changes without a wait from bar to bar", () => {
    over(bar("a"));
    vi.advanceTimersByTime(120);
    over(bar("b"));
    expect(idsHeard()).toEqual(["a", "b"]);
  });

  it.each([
    ["the pointer leaves it", () => over(document.body)],
    ["the page scrolls", () => document.dispatchEvent(new Event("scroll"))],
    [
      "the pointer leaves the window",
      () => document.documentElement.dispatchEvent(new Event("pointerleave")),
    ],
    ["the window is left for another", () => window.dispatchEvent(new Event("blur"))],
    ["a link of the page is followed", () => navigate("/elsewhere")],
    ["the view is changed in place", () => navigate("/?q=a", { replace: true })],
    ["the reader goes back", () => window.dispatchEvent(new PopStateEvent("popstate"))],
    ["Escape is pressed", () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))],
  ])("is none once %s", (_, leave) => {
    over(bar("a"));
    vi.advanceTimersByTime(120);
    leave();
    expect(idsHeard()).toEqual(["a", undefined]);
  });

  it("is told no more after the end", () => {
    over(bar("a"));
    end();
    vi.advanceTimersByTime(500);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe("trainings too near to be told apart", () => {
  it("are told by how many there are in which state, where their bar says when the first was created", () => {
    const many = document.createElement("a");
    Object.assign(many.dataset, { cluster: "13", from: "1000", completed: "12", failed: "1", running: "0" });
    document.body.append(many);
    over(many);
    vi.advanceTimersByTime(120);
    expect(heard.mock.lastCall?.[0]).toMatchObject({
      count: 13,
      from: 1000,
      counts: [
        ["completed", 12],
        ["failed", 1],
      ],
    });
  });
});

describe("the bar of the row that has the focus", () => {
  /** This document tells no keyboard from a pointer. */
  const focusBy = (how: "keyboard" | "pointer", control: Element | null) => {
    const matches = vi
      .spyOn(Element.prototype, "matches")
      .mockImplementation((selector) => selector !== "[data-row] :focus-visible" || how === "keyboard");
    control?.dispatchEvent(new Event("focusin", { bubbles: true }));
    matches.mockRestore();
  };
  const control = (id: string) => document.querySelector(`[data-row="${id}"] button`);

  beforeEach(() => {
    for (const id of ["a", "b"]) {
      const row = document.createElement("div");
      row.dataset["row"] = id;
      row.append(document.createElement("button"));
      const strip = document.createElement("div");
      strip.dataset["stripSession"] = "s";
      const [one] = document.querySelectorAll(`[data-training-id="${id}"]`);
      if (one) strip.append(one);
      row.append(strip);
      document.body.append(row);
    }
  });

  it("is told at once, and goes along from row to row", () => {
    focusBy("keyboard", control("a"));
    focusBy("keyboard", control("b"));
    expect(idsHeard()).toEqual(["a", "b"]);
  });

  it("stays while the page is scrolled, and goes with the focus", () => {
    focusBy("keyboard", control("a"));
    document.dispatchEvent(new Event("scroll"));
    expect(idsHeard()).toEqual(["a", "a"]);
    control("a")?.dispatchEvent(new Event("focusout", { bubbles: true }));
    expect(idsHeard()).toEqual(["a", "a", undefined]);
  });

  it("is not told to who pressed it", () => {
    focusBy("pointer", control("a"));
    expect(heard).not.toHaveBeenCalled();
  });
});
