import { cleanup, render, screen } from "@testing-library/react";
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

  it("shows a long answer in part and says so, and copies it whole", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", {
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    render(<RawView session={session({ trainings: many })} {...SEEN} />);
    expect(lines()).toHaveLength(2_000);
    const button = screen.getByRole("button", { name: "Copy JSON" });
    button.click();
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    const whole = copied[0]?.split("\n").length ?? 0;
    const told = screen.getByText(/more lines/).textContent.replaceAll(/\D/g, "");
    expect(Number(told)).toBe(whole - 2_000);
  });
});
