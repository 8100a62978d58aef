import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseNotices } from "./choice-store.ts";
import { fakeNotifications } from "./notification-fixture.ts";
import { NotifyToggle } from "./notify-toggle.tsx";

const KEY = "decthings.notices";

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  chooseNotices(undefined, false);
  chooseNotices("s", false);
  vi.unstubAllGlobals();
});

const box = (name = "Notify when a training ends"): HTMLInputElement =>
  screen.getByRole("checkbox", { name });
const press = (name?: string) => act(async () => void fireEvent.click(box(name)));
const note = () => screen.getByRole("status").textContent;
const kept = () => localStorage.getItem(KEY);

describe("the choice of notifications", () => {
  it("is asked of the browser when a person makes it, and not before", async () => {
    const { asked } = fakeNotifications("default", "granted");
    render(<NotifyToggle sessionId="s" />);
    expect([asked(), box().checked, note()]).toEqual([0, false, ""]);
    await press();
    expect([asked(), box().checked]).toEqual([1, true]);
    expect(kept()).toBe('{"notify":"none","sessions":["s"]}');
    await press();
    expect([asked(), box().checked]).toEqual([1, false]);
    expect(kept()).toBe('{"notify":"none","sessions":[]}');
  });

  it.each([
    ["denied", "denied", "blocks notifications from this page"],
    ["default", "denied", "blocks notifications from this page"],
    ["default", "default", "has not allowed notifications from this page yet"],
  ] as const)("says why not where the browser's %s becomes %s", async (permission, answer, words) => {
    fakeNotifications(permission, answer);
    render(<NotifyToggle sessionId="s" />);
    expect(note()).toBe("");
    await press();
    expect(box().checked).toBe(false);
    expect(note()).toContain(words);
    expect(kept()).toBeNull();
  });

  it("is none where there are no notifications, and says so", () => {
    vi.stubGlobal("isSecureContext", false);
    render(<NotifyToggle sessionId="s" />);
    expect(box().disabled).toBe(true);
    expect(note()).toBe("Notifications need a page served over HTTPS or from this machine.");
  });

  it("holds for every session where all are chosen", async () => {
    fakeNotifications("granted");
    render(
      <>
        <NotifyToggle />
        <NotifyToggle sessionId="s" />
      </>,
    );
    await press("Notify when any training ends");
    expect(box("Notify when any training ends").checked).toBe(true);
    expect([box().checked, box().disabled]).toEqual([true, true]);
    expect(kept()).toBe('{"notify":"all","sessions":[]}');
  });

  it("follows the other tabs", () => {
    fakeNotifications("granted");
    render(<NotifyToggle sessionId="s" />);
    localStorage.setItem(KEY, '{"notify":"none","sessions":["s"]}');
    act(() => void dispatchEvent(new StorageEvent("storage", { key: KEY })));
    expect(box().checked).toBe(true);
    localStorage.clear();
    act(() => void dispatchEvent(new StorageEvent("storage", { key: null })));
    expect(box().checked).toBe(false);
  });

  it("undoes no choice of another tab that was not heard yet", async () => {
    fakeNotifications("granted");
    render(<NotifyToggle sessionId="s" />);
    localStorage.setItem(KEY, '{"notify":"none","sessions":["other"]}');
    await press();
    expect(kept()).toBe('{"notify":"none","sessions":["other","s"]}');
    chooseNotices("other", false);
  });

  it("holds until the page is left where storage is denied", async () => {
    fakeNotifications("granted");
    const denied = (): never => {
      throw new Error("denied");
    };
    vi.stubGlobal("localStorage", { getItem: denied, setItem: denied });
    render(<NotifyToggle sessionId="s" />);
    await press();
    expect(box().checked).toBe(true);
  });
});
