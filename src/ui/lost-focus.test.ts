import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findLostFocus, passFocusOn } from "./lost-focus.ts";

let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  end = findLostFocus();
  history.replaceState(null, "", "/");
});
afterEach(() => {
  end();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A view with a button, or a row of a list, that has the focus. */
function show(key?: string): HTMLElement {
  document.body.innerHTML = "<main><button></button></main>";
  const button = document.querySelector("button");
  if (!button) throw new Error("It was just made.");
  if (key !== undefined) button.dataset["key"] = key;
  button.focus();
  return button;
}
const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const focused = () => document.activeElement;
const main = () => document.querySelector("main");

describe("the focus", () => {
  it("goes to the main part when what held it is gone after a key or a click", () => {
    for (const act of [(one: HTMLElement) => press(one, "Enter"), (one: HTMLElement) => one.click()]) {
      const button = show();
      act(button);
      button.remove();
      expect(focused()).toBe(document.body);
      vi.advanceTimersByTime(50);
      expect(focused()).toBe(main());
    }
  });

  it("waits for a view that has to be fetched", () => {
    const button = show();
    press(button, "o");
    document.body.replaceChildren();
    vi.advanceTimersByTime(100);
    document.body.append(document.createElement("main"));
    vi.advanceTimersByTime(200);
    expect(focused()).toBe(main());
  });

  it("is left where it is, and nowhere where somebody put it nowhere", () => {
    const button = show();
    press(button, "x");
    vi.advanceTimersByTime(1_000);
    expect(focused()).toBe(button);
    press(button, "Escape");
    button.blur();
    vi.advanceTimersByTime(1_000);
    expect(focused()).toBe(document.body);
  });

  it("comes back to the row where it was, however late that is drawn", () => {
    press(show("session a"), "o");
    history.pushState(null, "", "/sessions/a");
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(50);
    expect(focused()).toBe(main());

    history.replaceState(null, "", "/");
    dispatchEvent(new PopStateEvent("popstate"));
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(60);
    expect(focused()).toBe(document.body);
    document.body.innerHTML = '<main><div tabindex="-1" data-key="session a"></div></main>';
    vi.advanceTimersByTime(200);
    expect(focused()).toBe(document.querySelector("[data-key]"));
  });

  it("is found by who does something else before it is", () => {
    const button = show("session a");
    press(button, "o");
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(20);
    press(document.body, "ArrowDown");
    vi.advanceTimersByTime(60);
    expect(focused()).toBe(main());
  });

  it("comes back to the row from which something was opened over the list that led elsewhere", () => {
    press(show("session a"), "k");
    document.body.insertAdjacentHTML("beforeend", "<dialog open><input></dialog>");
    const field = document.querySelector("input");
    field?.focus();
    if (field) press(field, "Enter");
    history.pushState(null, "", "/sessions/b");
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(50);
    history.replaceState(null, "", "/");
    dispatchEvent(new PopStateEvent("popstate"));
    document.body.innerHTML = '<main><div tabindex="-1" data-key="session a"></div></main>';
    vi.advanceTimersByTime(60);
    expect(focused()).toBe(document.querySelector("[data-key]"));
  });

  it("goes to the main part at once after a step to where no row had it", () => {
    show();
    dispatchEvent(new PopStateEvent("popstate"));
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(50);
    expect(focused()).toBe(main());
  });

  it("goes back into the panel that is open, where another tab took what had it", () => {
    for (const panel of [
      '<button aria-haspopup="dialog" aria-expanded="true" popovertarget="p"></button><dialog id="p"><input></dialog>',
      '<button aria-haspopup="dialog" aria-expanded="true" aria-controls="p"></button><div id="p"><div role="dialog"><input></div></div>',
    ]) {
      document.body.innerHTML = `<main></main>${panel}`;
      const input = document.querySelector("input");
      input?.focus();
      dispatchEvent(new StorageEvent("storage"));
      input?.remove();
      vi.advanceTimersByTime(50);
      expect(focused()).toBe(document.querySelector("dialog, [role=dialog]"));
    }
  });

  it("goes to the next view from one that goes away as a whole, as soon as that is there", () => {
    show();
    passFocusOn();
    document.body.innerHTML = "";
    vi.advanceTimersByTime(300);
    document.body.innerHTML = "<main></main>";
    vi.advanceTimersByTime(500);
    expect(focused()).toBe(main());
  });

  it("is nobody's business any more once it is ended", () => {
    end();
    const button = show();
    press(button, "Enter");
    button.remove();
    vi.advanceTimersByTime(3_000);
    expect(focused()).toBe(document.body);
  });
});
