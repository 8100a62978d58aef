import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyStoredTheme, followTheme, useTheme } from "./theme.ts";

const pinned = (): string | undefined => document.documentElement.dataset["theme"];

beforeEach(() => {
  localStorage.clear();
  applyStoredTheme();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the theme", () => {
  it("follows the system until it is pinned", () => {
    expect(pinned()).toBeUndefined();
  });

  it("goes round light, dark and back to the system's, and is kept", () => {
    const { result } = renderHook(useTheme);
    act(() => result.current.next());
    expect(pinned()).toBe("light");
    act(() => result.current.next());
    expect(pinned()).toBe("dark");
    expect(localStorage.getItem("theme")).toBe("dark");
    act(() => result.current.next());
    expect(pinned()).toBeUndefined();
  });

  it("comes back with the page", () => {
    localStorage.setItem("theme", "dark");
    applyStoredTheme();
    expect(pinned()).toBe("dark");
  });

  it("is the one that another tab chose, and no other change of the storage touches it", () => {
    followTheme();
    const { result } = renderHook(useTheme);
    const hear = (key: string | null) => act(() => void dispatchEvent(new StorageEvent("storage", { key })));
    localStorage.setItem("theme", "dark");
    hear("decthings.zone");
    expect(pinned()).toBeUndefined();
    hear("theme");
    expect([pinned(), result.current.theme]).toEqual(["dark", "dark"]);
    localStorage.clear();
    hear(null);
    expect(pinned()).toBeUndefined();
  });

  it("ignores a kept value it does not know", () => {
    localStorage.setItem("theme", "constructor");
    applyStoredTheme();
    expect(pinned()).toBeUndefined();
  });

  it("works for the time being where storage is denied", () => {
    const denied = (): never => {
      throw new Error("denied");
    };
    vi.stubGlobal("localStorage", { getItem: denied, setItem: denied });
    applyStoredTheme();
    const { result } = renderHook(useTheme);
    act(() => result.current.next());
    expect(pinned()).toBe("light");
    expect(result.current.theme).toBe("light");
  });
});
