import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeLocks } from "./locks-fixture.ts";
import { takeTurn } from "./turn.ts";

const leaves: (() => void)[] = [];
beforeEach(() => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
});
afterEach(() => {
  for (const leave of leaves.splice(0)) leave();
  vi.unstubAllGlobals();
});

/** A page that wants the turn at what has this name. */
function page(name = "bell") {
  let has = false;
  const leave = takeTurn(name, (now) => (has = now));
  leaves.push(leave);
  return { has: () => has, leave };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("a turn", () => {
  it("is one page's, and the next one's when that gives it up", async () => {
    const [first, second, third] = [page(), page(), page()];
    await settled();
    expect([first.has(), second.has(), third.has()]).toEqual([true, false, false]);
    second.leave();
    first.leave();
    await settled();
    expect([first.has(), second.has(), third.has()]).toEqual([false, false, true]);
  });

  it("at one thing is not in the way of another", async () => {
    const [bell, whistle] = [page("bell"), page("whistle")];
    await settled();
    expect([bell.has(), whistle.has()]).toEqual([true, true]);
  });

  it("ends with a page that goes to sleep, which waits for another when it wakes", async () => {
    const only = page();
    await settled();
    dispatchEvent(new Event("freeze"));
    expect(only.has()).toBe(false);
    dispatchEvent(new Event("resume"));
    dispatchEvent(new Event("pageshow"));
    await settled();
    expect(only.has()).toBe(true);
  });

  it.each([
    ["has none", undefined],
    ["denies them", { request: () => Promise.reject(new DOMException("denied", "SecurityError")) }],
  ])("is every page's own where the browser %s", async (_, locks) => {
    vi.stubGlobal("navigator", { locks });
    const [first, second] = [page(), page()];
    await settled();
    expect([first.has(), second.has()]).toEqual([true, true]);
  });
});
