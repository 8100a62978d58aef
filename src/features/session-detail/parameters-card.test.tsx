import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import { ParameterCards, ParametersCard } from "./parameters-card.tsx";

afterEach(cleanup);

const { session } = knownSession({ modelId: "model", parameters: ["rate", "seed"] });
const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);

describe("parameter definitions", () => {
  it("are one table where there is little room, with the function of each", () => {
    render(<ParametersCard session={session} />);
    const [, ...rows] = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows.map(cells)).toEqual([
      ["createState", "no parameters"],
      ["train", "rate", "f32[]", "–", "no"],
      ["train", "seed", "f32[]", "–", "no"],
      ["evaluateInput", "no parameters"],
      ["evaluateOutput", "no parameters"],
    ]);
    expect(screen.getByText(/2 parameters of model/)).toBeTruthy();
  });

  it("are a card for each function on a page, also for one that takes none", () => {
    render(<ParameterCards parameters={session.parameters} />);
    expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
      "createState",
      "train",
      "evaluateInput",
      "evaluateOutput",
    ]);
    const train = screen.getByRole("region", { name: "train" });
    const [, ...rows] = within(train).getAllByRole("row");
    expect(rows.map(cells)).toEqual([
      ["rate", "f32[]", "–", "no"],
      ["seed", "f32[]", "–", "no"],
    ]);
    expect(within(train).getByText("2 parameters")).toBeTruthy();
    expect(screen.getAllByText("no parameters")).toHaveLength(3);
  });
});
