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
