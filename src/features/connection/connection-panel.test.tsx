import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConnectionFacts } from "../../api/connection-facts.ts";
import { DEFAULT_PREFERENCES, type PreferencesChange } from "../../api/preferences-choices.ts";
import { ConnectionPanel } from "./connection-panel.tsx";

const FACTS: ConnectionFacts = {
  name: undefined,
  role: "polls",
  calls: { count: 412, spanMs: 3_596_000 },
  skew: undefined,
  notice: undefined,
};

let changes: PreferencesChange[] = [];
let refreshes = 0;

beforeEach(() => {
  changes = [];
  refreshes = 0;
});
afterEach(cleanup);

const panel = (facts: Partial<ConnectionFacts>) => (
  <ConnectionPanel
    mode="direct"
    host="api.example"
    facts={{ ...FACTS, ...facts }}
    preferences={DEFAULT_PREFERENCES}
    onChange={(change) => changes.push(change)}
    onRefresh={() => (refreshes += 1)}
    onForget={() => Promise.resolve(true)}
    onClose={() => undefined}
  />
);
const show = (facts: Partial<ConnectionFacts> = {}) => render(panel(facts));

/** What stands beside a name, all spaces alike. */
const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent.replaceAll(/\s/gu, " ");
const radio = (group: string, name: string) =>
  within(screen.getByRole("radiogroup", { name: group })).getByRole<HTMLInputElement>("radio", {
    // Between a number and its unit stands a narrow space.
    name: new RegExp(`^${name.replaceAll(" ", "\\s")}$`, "u"),
  });

describe("what the panel tells", () => {
  it("is who asks whom, how often, and where it is kept", () => {
    show();
    expect(fact("Calls go to")).toBe("api.example");
    expect(fact("Asked by")).toBe("This tab asks");
    expect(fact("Calls")).toBe("412 in the last hour, 6.9 a minute");
    expect(fact("History")).toBe("In this browser");
  });

  it("is that another tab asks, where it does", () => {
    show({ role: "follows" });
    expect(fact("Asked by")).toBe("Another tab of this browser asks; this one is told");
  });

  it("is nothing about the clock, unless that is known to be off", () => {
    show({ skew: { low: 0, high: 900 } });
    expect(screen.queryByText("Clock")).toBeNull();
    cleanup();
    show({ skew: { low: -40_000, high: -39_500 } });
    expect(fact("Clock")).toBe("This computer's is 40 s ahead of the API's");
  });

  it("changes with each poll, and takes focus from nothing", () => {
    const { rerender } = show();
    const chosen = radio("Ask every", "5 s");
    chosen.focus();
    rerender(panel({ calls: { count: 413, spanMs: 3_600_000 }, notice: "memory-only" }));
    expect(fact("Calls")).toBe("413 in the last hour, 6.9 a minute");
    expect(fact("History")).toBe("In memory only, gone with a reload");
    expect(document.activeElement).toBe(chosen);
    expect(screen.queryByRole("status")).toBeNull();
  });
});

describe("what the panel offers", () => {
  it.each<{ group: string; names: readonly string[]; chosen: string }>([
    { group: "Ask every", names: ["5 s", "10 s", "30 s", "60 s"], chosen: "5 s" },
    { group: "In a hidden tab", names: ["Once a minute", "Pause"], chosen: "Once a minute" },
    { group: "Keep history", names: ["1 day", "7 days", "30 days"], chosen: "7 days" },
    { group: "At most", names: ["50 MB", "200 MB", "1 GB"], chosen: "200 MB" },
  ])("under $group is one of $names", ({ group, names, chosen }) => {
    show();
    const radios = within(screen.getByRole("radiogroup", { name: group })).getAllByRole<HTMLInputElement>(
      "radio",
    );
    expect(radios.map((one) => one.closest("label")?.textContent.replaceAll(/\s/gu, " "))).toEqual(names);
    expect(radios.filter(({ checked }) => checked)).toEqual([radio(group, chosen)]);
    // One Tab stop for each group, arrows inside it: that is what a shared name is for.
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  });

  it("is chosen by a press, and nothing else with it", () => {
    show();
    fireEvent.click(radio("Ask every", "30 s"));
    fireEvent.click(radio("In a hidden tab", "Pause"));
    fireEvent.click(radio("Keep history", "30 days"));
    fireEvent.click(radio("At most", "1 GB"));
    expect(changes).toEqual([
      { intervalMs: 30_000 },
      { whenHidden: "pause" },
      { history: { keepDays: 30 } },
      { history: { maxMegabytes: 1_000 } },
    ]);
  });

  it("is a poll at once", () => {
    show();
    fireEvent.click(screen.getByRole("button", { name: "Poll now" }));
    expect(refreshes).toBe(1);
  });
});
