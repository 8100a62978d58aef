import { cleanup } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("is a row with a cell to a screen reader while what it shows is still on its way", async () => {
  // As a page that has shown none of them.
  vi.resetModules();
  const { gridElement, itemsOf, layOut, showGrid } = await import("./grid-fixture.tsx");
  layOut();
  const session = knownSession({ id: "a", on: { launcher: "x" } });
  showGrid(itemsOf([session], { group: "launcher", missing: ["b"] }));
  const rows = [...gridElement().querySelectorAll("[data-index]")];
  const toCome = rows.filter(({ textContent }) => textContent === "");
  expect(toCome.map(({ className }) => className)).toEqual(["ghead", "row is-missing"]);
  expect(rows.map((row) => row.querySelectorAll('[role="gridcell"]').length)).not.toContain(0);
});
