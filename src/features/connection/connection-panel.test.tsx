import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConnectionFacts } from "../../api/connection-facts.ts";
import { ConnectionPanel } from "./connection-panel.tsx";

const FACTS: ConnectionFacts = {
  name: undefined,
  role: "polls",
  calls: { count: 412, spanMs: 3_596_000 },
  skew: undefined,
  notice: undefined,
};

let refreshes = 0;

beforeEach(() => {
  refreshes = 0;
});

const panel = (facts: Partial<ConnectionFacts>) => (
  <ConnectionPanel
    mode="direct"
    host="api.example"
    facts={{ ...FACTS, ...facts }}
    onRefresh={() => (refreshes += 1)}
    onForget={() => Promise.resolve(true)}
    onClose={() => undefined}
  />
);
const show = (facts: Partial<ConnectionFacts> = {}) => render(panel(facts));

/** What stands beside a name, all spaces alike. */
const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent.replaceAll(/\s/gu, " ");

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
    const button = screen.getByRole("button", { name: "Poll now" });
    button.focus();
    rerender(panel({ calls: { count: 413, spanMs: 3_600_000 }, notice: "memory-only" }));
    expect(fact("Calls")).toBe("413 in the last hour, 6.9 a minute");
    expect(fact("History")).toBe("In memory only, gone with a reload");
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole("status")).toBeNull();
  });
});

describe("what the panel offers", () => {
  it("is a poll at once", () => {
    show();
    fireEvent.click(screen.getByRole("button", { name: "Poll now" }));
    expect(refreshes).toBe(1);
  });
});
