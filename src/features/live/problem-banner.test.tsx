import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "../../api/problem.ts";
import { ProblemBanner } from "./problem-banner.tsx";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 11, 14, 34, 8) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Told {
  readonly updatedAt?: number;
  readonly offline?: boolean;
  readonly isAlone?: boolean;
}

function told(problem: Problem, { updatedAt, offline = false, isAlone = false }: Told = {}): string {
  render(
    <ProblemBanner
      polling={{
        phase: "retrying",
        problem,
        updatedAt,
        wait: undefined,
        paceMs: 5_000,
        freshForMs: 12_500,
      }}
      surroundings={{ mode: "demo", host: "here.example", offline, paused: false }}
      zone="UTC"
      onRetry={() => undefined}
      onChangeKey={undefined}
      isAlone={isAlone}
    />,
  );
  const alert = screen.getByRole("alert");
  // What came from the API keeps its direction to itself.
  expect(alert.querySelectorAll("bdi").length).toBeGreaterThan(0);
  return alert.textContent;
}

const hostile = `a\u202eb\u0007${"x".repeat(10_000)}`;

describe("a problem in the API's own words", () => {
  it.each<Problem>([
    { kind: "api", code: hostile },
    { kind: "invalid_parameter", parameterName: hostile, reason: hostile },
    { kind: "undecodable", reason: hostile },
  ])("of kind $kind hides nothing, and leaves room for what to do", (problem) => {
    const text = told(problem);
    expect(text).toContain("a⟨U+202E⟩b␇xxx");
    expect(text).not.toContain("\u202e");
    expect(text.length).toBeLessThan(700);
    expect(text).toMatch(/Polling (goes on|has stopped)/);
    expect(text).toContain("Try again");
  });
});

describe("what is still true", () => {
  const updatedAt = Date.UTC(2026, 2, 11, 14, 21, 8);
  const plain = (text: string) => text.replaceAll(/\s/gu, " ");

  it("is said with the age of the last answer while offline", () => {
    expect(plain(told({ kind: "network" }, { updatedAt, offline: true }))).toContain(
      "Offline since 14:21:08. Showing the last answer, 13 m old. What happened since is hatched.",
    );
  });

  it("is said with the time of the last answer otherwise", () => {
    expect(told({ kind: "timeout" }, { updatedAt })).toContain("Showing the last answer from 14:21:08.");
  });

  it("is what was known before, where something was and no answer came", () => {
    expect(told({ kind: "network" }, { offline: true })).toContain(
      "Offline. Showing what was known before. What happens meanwhile is hatched.",
    );
    cleanup();
    expect(told({ kind: "timeout" })).toContain("Showing what was known before.");
  });

  it("is said under a heading where there is nothing else to show", () => {
    const text = told({ kind: "bad_credentials" }, { isAlone: true });
    expect(screen.getByRole("heading")).toHaveProperty("textContent", "The API key was rejected.");
    expect(text).toContain("No answer yet.");
    expect(text).toContain("Try again");
  });
});
