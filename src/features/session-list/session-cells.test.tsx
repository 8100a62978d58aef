import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import { SessionCells } from "./session-cells.tsx";

const HOUR = 3_600_000;
const FRAME = { from: 0, to: HOUR, live: true };

afterEach(cleanup);

/** A fiftieth of the hour and a second: so far it moves before the frame is laid again. And 14 px, in which a band fades out. */
const FAR = HOUR / 50 + 1_000 + (14 / 600) * HOUR;

it.each([
  { startedAt: -HOUR, isClipped: true, what: "begins before its axis" },
  { startedAt: FAR - 1, isClipped: true, what: "may come to the left edge of its axis as now goes on" },
  { startedAt: FAR + 1, isClipped: false, what: "stays within its axis" },
])("a strip that $what is clipped: $isClipped", ({ startedAt, isClipped }) => {
  const { container } = render(
    <SessionCells
      known={knownSession({ id: "a", startedAt })}
      shortId={undefined}
      time={{ frame: FRAME, zone: "UTC", staleFrom: undefined, width: 600 }}
    />,
  );
  expect(container.querySelector(".tlc")?.classList.contains("clipped")).toBe(isClipped);
});

it("tells how many trainings are in a state in whole to who hears it, its digits in groups", () => {
  render(
    <SessionCells
      known={knownSession({ trainings: Array.from({ length: 12_340 }, () => "completed") })}
      shortId={undefined}
      time={{ frame: FRAME, zone: "UTC", staleFrom: undefined, width: 600 }}
    />,
  );
  expect(screen.getByRole("img", { name: "12\u202f340 completed" }).textContent).toBe("12k");
});
