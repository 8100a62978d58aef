import { fireEvent, render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { answer, fold } from "../../domain/answer-fixture.ts";
import type { TimeRange } from "../../domain/time-range.ts";
import { AxisGestures } from "./axis-gestures.tsx";

const NOW = Date.UTC(2026, 2, 11, 13, 0, 0);

it("asks all sessions once how far back they reach, however much the reader moves", () => {
  const known = fold([answer(NOW, [{ startedAt: NOW - 60_000, trainings: [] }])]);
  const asked = vi.spyOn(known.sessions, "values");
  const moved = vi.fn<(range: TimeRange | undefined) => void>();
  const { container } = render(
    <AxisGestures
      range={{ kind: "last", name: "1h" }}
      onRange={() => undefined}
      onMoving={moved}
      frame={{ from: NOW - 3_600_000, to: NOW, live: true }}
      known={known}
      oldest={NOW - 60_000}
      zone="UTC"
    />,
  );
  expect(asked).not.toHaveBeenCalled();
  for (let i = 0; i < 3; i += 1) fireEvent.keyDown(container, { key: "ArrowLeft", shiftKey: true });
  expect(moved).toHaveBeenLastCalledWith(expect.objectContaining({ kind: "fixed" }));
  expect(asked).toHaveBeenCalledOnce();
});
