import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keepFocus } from "./keep-focus.ts";

const page = (notice: boolean) => (
  <>
    {notice && (
      <p ref={keepFocus}>
        <button type="button">Dismiss</button>
      </p>
    )}
    <button type="button">Other</button>
    <main>List</main>
  </>
);

it("hands the focus of what leaves to the main part, and takes it from nothing else", () => {
  const { rerender } = render(page(true));
  screen.getByRole("button", { name: "Dismiss" }).focus();
  rerender(page(false));
  expect(document.activeElement).toBe(screen.getByRole("main"));
  rerender(page(true));
  screen.getByRole("button", { name: "Other" }).focus();
  rerender(page(false));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Other" }));
});
