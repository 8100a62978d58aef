import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_PREFERENCES } from "../../choices/preferences-choices.ts";
import { changePreferences, preferences } from "../../choices/preferences.ts";
import { WatchingFields } from "./watching-fields.tsx";

beforeEach(() => {
  render(<WatchingFields />);
});
afterEach(() => {
  cleanup();
  changePreferences(DEFAULT_PREFERENCES);
});

const radio = (group: string, name: string) =>
  within(screen.getByRole("radiogroup", { name: group })).getByRole<HTMLInputElement>("radio", {
    // Between a number and its unit stands a narrow space.
    name: new RegExp(`^${name.replaceAll(" ", "\\s")}$`, "u"),
  });

describe("how to watch", () => {
  it.each<{ group: string; names: readonly string[]; chosen: string }>([
    { group: "Ask every", names: ["5 s", "10 s", "30 s", "60 s"], chosen: "5 s" },
    { group: "In a hidden tab", names: ["Once a minute", "Pause"], chosen: "Once a minute" },
    { group: "Keep history", names: ["1 day", "7 days", "30 days"], chosen: "7 days" },
    { group: "At most", names: ["50 MB", "200 MB", "1 GB"], chosen: "200 MB" },
  ])("under $group is one of $names", ({ group, names, chosen }) => {
    const radios = within(screen.getByRole("radiogroup", { name: group })).getAllByRole<HTMLInputElement>(
      "radio",
    );
    expect(radios.map((one) => one.closest("label")?.textContent.replaceAll(/\s/gu, " "))).toEqual(names);
    expect(radios.filter(({ checked }) => checked)).toEqual([radio(group, chosen)]);
    // One Tab stop for each group, arrows inside it: that is what a shared name is for.
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  });

  it("is chosen by a press, and nothing else with it", () => {
    fireEvent.click(radio("Ask every", "30 s"));
    expect(preferences.read()).toEqual({ ...DEFAULT_PREFERENCES, intervalMs: 30_000 });
    fireEvent.click(radio("In a hidden tab", "Pause"));
    fireEvent.click(radio("Keep history", "30 days"));
    fireEvent.click(radio("At most", "1 GB"));
    expect(preferences.read()).toEqual({
      ...DEFAULT_PREFERENCES,
      intervalMs: 30_000,
      whenHidden: "pause",
      history: { keepDays: 30, maxMegabytes: 1_000 },
    });
  });

  it("is shown as it stands, wherever it was chosen", () => {
    act(() => changePreferences({ whenHidden: "pause" }));
    expect(radio("In a hidden tab", "Pause").checked).toBe(true);
  });
});
