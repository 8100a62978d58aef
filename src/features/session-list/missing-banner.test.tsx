import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { MissingBanner } from "./missing-banner.tsx";

it.each([
  [1, 1, "The requested id was not returned: it does not exist or you have no access."],
  [1, 3, "1 of 3 requested ids was not returned: it does not exist or you have no access."],
  [2, 3, "2 of 3 requested ids were not returned: they do not exist or you have no access."],
  [
    10_000,
    10_001,
    "10\u202f000 of 10\u202f001 requested ids were not returned: they do not exist or you have no access.",
  ],
])("%i missing of %i is told as %j", (missing, requested, words) => {
  const ids = Array.from({ length: requested }, (_, i) => `id-${i}`);
  render(<MissingBanner requested={ids} missing={ids.slice(0, missing)} onRemove={() => undefined} />);
  expect(screen.getByRole("status", { name: "Ids not returned" }).textContent).toContain(words);
});
