import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { session } from "../../domain/answer-fixture.ts";
import { RawView } from "./raw-view.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SEEN = { seenAt: Date.UTC(2026, 2, 11, 14, 34, 6), zone: "UTC" } as const;
const lines = () => screen.getByRole("region", { name: "Raw JSON" }).querySelectorAll(":scope > div");
const many = Array.from({ length: 1_000 }, (_, index) => `t${index} completed`);

describe("the raw view", () => {
  it("shows the answer line by line, with nothing in it hidden", () => {
    render(<RawView session={session({ id: "a\u202eb" })} {...SEEN} />);
    expect(lines()[1]?.textContent).toBe('  "id": "a⟨U+202E⟩b",');
    expect(screen.queryByText(/more lines/)).toBeNull();
  });

  it("folds and opens by a button that keeps the focus and says what it holds", () => {
    render(<RawView session={session({ trainings: ["t completed"] })} {...SEEN} />);
    const whole = lines().length;
    const button = screen.getByRole("button", { name: "trainingSessions, 1 item" });
    button.focus();
    fireEvent.click(button);
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(button);
    expect(lines().length).toBeLessThan(whole);
    fireEvent.click(screen.getByRole("button", { name: "Expand all" }));
    expect(lines()).toHaveLength(whole);
    fireEvent.click(screen.getByRole("button", { name: "Fold all" }));
    expect(button.getAttribute("aria-expanded")).toBe("false");
  });

  it("tells the times of numbers that are instants, beside them", () => {
    render(<RawView session={session({ startedAt: Date.UTC(2026, 2, 11, 12, 33, 8) })} {...SEEN} />);
    const line = [...lines()].find(({ textContent }) => textContent.includes("startedAt"));
    expect(line?.querySelector(".told")?.textContent).toMatch(/^11\sMar\s(2026\s)?12:33$|^12:33:08$/u);
  });

  it("shows a long answer in part and says so, and copies it whole", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", {
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const long = session({ trainings: many });
    render(<RawView session={long} {...SEEN} />);
    expect(lines().length).toBeLessThan(250);
    fireEvent.click(screen.getByRole("button", { name: /^Show 100 of 900 more$/u }));
    expect(screen.getByRole("button", { name: /^Show 100 of 800 more$/u })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Expand all" }));
    const button = screen.getByRole("button", { name: "Copy JSON" });
    button.click();
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    expect(JSON.parse(copied[0] ?? "")).toEqual(long.wire);
  });

  it("lays out no more lines than anyone reads, however much there is", () => {
    const answered = {
      text: "x".repeat(12_000_000),
      lists: Array.from({ length: 90 }, () => Array.from({ length: 90 }, (_, index) => [index])),
    };
    render(<RawView session={{ ...session({}), answered }} {...SEEN} />);
    expect(lines().length).toBeLessThan(120);
    expect(lines()[1]?.textContent.length).toBeLessThan(2_000);
    fireEvent.click(screen.getByRole("button", { name: "Expand all" }));
    expect(lines()).toHaveLength(2_000);
    expect(screen.getByText(/^The first 2/u)).toBeTruthy();
  });
});
