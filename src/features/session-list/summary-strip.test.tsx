import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { summarise } from "../../domain/summary.ts";
import { SummaryStrip } from "./summary-strip.tsx";

afterEach(cleanup);

const gpus = (model: string) => {
  render(<SummaryStrip summary={{ ...summarise([]), gpus: [{ model, count: 2 }] }} requested={undefined} />);
  return screen.getByText("GPU in use").parentElement;
};

describe("the GPUs in use", () => {
  it("hide nothing of a hostile model, and isolate it", () => {
    const stat = gpus("A\u202e100\u0000");
    expect(stat?.querySelector("bdi")?.textContent).toBe("× A⟨U+202E⟩100␀");
  });

  it("name no more of a model than anyone can read", () => {
    expect(gpus("x".repeat(10_000))?.textContent.length).toBeLessThan(3_000);
  });
});

describe("large figures", () => {
  it("have their digits grouped", () => {
    const { trainings } = summarise([]);
    render(
      <SummaryStrip
        summary={{
          ...summarise([]),
          sessions: 10_000,
          ended: 12_345,
          trainings: { ...trainings, failed: 23_244 },
        }}
        requested={10_001}
      />,
    );
    const text = screen.getByRole("region", { name: "Summary" }).textContent;
    for (const figure of ["10\u202f000", "10\u202f001", "12\u202f345", "23\u202f244"])
      expect(text).toContain(figure);
  });
});
