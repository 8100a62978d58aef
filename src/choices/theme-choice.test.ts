import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { chooseTheme, showTheme, THEME_FORM, useTheme } from "./theme-choice.ts";

const pinned = (): string | undefined => document.documentElement.dataset["theme"];
const hear = (key: string | null) => act(() => void dispatchEvent(new StorageEvent("storage", { key })));

beforeAll(showTheme);
afterEach(() => chooseTheme("auto"));

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

  it("is the one that another tab chose, and no other change of the storage touches it", () => {
    const { result } = renderHook(useTheme);
    localStorage.setItem("theme", "dark");
    hear("decthings.zone");
    expect(pinned()).toBeUndefined();
    hear("theme");
    expect([pinned(), result.current.theme]).toEqual(["dark", "dark"]);
    localStorage.clear();
    hear(null);
    expect(pinned()).toBeUndefined();
  });

  it.each([
    [null, "auto"],
    ["light", "light"],
    ["constructor", "auto"],
    ["", "auto"],
  ])("kept as %j is %s", (kept, theme) => {
    expect(THEME_FORM.decode(kept)).toBe(theme);
  });
});
