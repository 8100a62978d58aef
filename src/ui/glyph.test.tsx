import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Glyph } from "./glyph.tsx";

describe("a glyph", () => {
  it("says its state where it stands alone", () => {
    render(<Glyph kind="failed" label="Last training failed" />);
    expect(screen.getByRole("img", { name: "Last training failed" })).toBeTruthy();
  });

  it("is silent beside the word that says the same", () => {
    const { container } = render(<Glyph kind="failed" />);
    expect(screen.queryByRole("img")).toBeNull();
    expect(container.querySelector(".g")?.getAttribute("aria-hidden")).toBe("true");
  });

  it("turns only while running, and never in counts", () => {
    const turns = (element: React.ReactElement) => render(element).container.querySelector(".turn") !== null;
    expect(turns(<Glyph kind="running" />)).toBe(true);
    expect(turns(<Glyph kind="running" size={12} />)).toBe(false);
    expect(turns(<Glyph kind="starting" />)).toBe(false);
  });
});
