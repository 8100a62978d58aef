import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LocationChip } from "./chip.tsx";

const chip = (parts: readonly string[], title: string) => {
  const { container } = render(
    <LocationChip kind="persistent" label="Persistent launcher" parts={parts} title={title} />,
  );
  const element = container.querySelector<HTMLElement>(".chip");
  if (!element) throw new Error("nothing was drawn");
  return element;
};

describe("a location chip", () => {
  it("says the kind to those who cannot see its outline, then what the launcher has", () => {
    expect(chip(["16 vCPU", "64 GiB"], "a").textContent).toBe("Persistent launcher: 16 vCPU · 64 GiB");
  });

  it("shows two equal parts both", () => {
    expect(chip(["2", "1", "1"], "a").textContent).toBe("Persistent launcher: 2 · 1 · 1");
  });

  it("hides nothing of a hostile GPU model or launcher id, and isolates them", () => {
    const element = chip(["1 vCPU", "A\u202e100\u0007"], "Persistent launcher \u202eevil\u0000");
    const [model] = element.querySelectorAll(".sp");
    expect(model?.textContent).toBe("A⟨U+202E⟩100␇");
    expect(element.title).toBe("Persistent launcher ⟨U+202E⟩evil␀");
  });

  it("puts no more on the page than anyone can read", () => {
    const element = chip(["x".repeat(10_000)], "y".repeat(10_000));
    expect(element.textContent.length).toBeLessThan(3_000);
    expect(element.title.length).toBeLessThan(500);
  });
});
