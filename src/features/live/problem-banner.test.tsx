import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Problem } from "../../api/problem.ts";
import { ProblemBanner } from "./problem-banner.tsx";

afterEach(cleanup);

function told(problem: Problem): string {
  render(
    <ProblemBanner
      polling={{
        phase: "retrying",
        problem,
        updatedAt: undefined,
        wait: undefined,
        paceMs: 5_000,
        freshForMs: 12_500,
      }}
      surroundings={{ mode: "demo", host: "here.example", offline: false }}
      zone="UTC"
      onRetry={() => undefined}
      onChangeKey={undefined}
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
