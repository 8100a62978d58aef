import { act, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { changePreferences, preferences } from "./preferences.ts";
import { usePreferences } from "./use-preferences.ts";

const Interval = () => <p>{usePreferences().intervalMs}</p>;

/** What this tab hears when another one has written. */
function writtenElsewhere(kept: string): void {
  localStorage.setItem("decthings.watching", kept);
  dispatchEvent(new StorageEvent("storage", { key: "decthings.watching", newValue: kept }));
}

describe("the page's choices", () => {
  it("are shown as they stand, whichever tab makes them", () => {
    render(<Interval />);
    expect(screen.getByText("5000")).toBeTruthy();
    act(() => changePreferences({ intervalMs: 10_000 }));
    expect(screen.getByText("10000")).toBeTruthy();
    act(() => writtenElsewhere('{"intervalMs":60000}'));
    expect(screen.getByText("60000")).toBeTruthy();
    expect(preferences.read().intervalMs).toBe(60_000);
  });
});
