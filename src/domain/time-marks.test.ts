import { describe, expect, it } from "vitest";
import { timeMarks, type TimeMarksInput } from "./time-marks.ts";

const HOUR = 3_600_000;
const frame = { from: Date.UTC(2026, 2, 11, 9), to: Date.UTC(2026, 2, 11, 12) };
const input = (changes: Partial<TimeMarksInput> = {}): TimeMarksInput => ({
  frame,
  drawn: { from: frame.from, to: frame.to + 0.02 * (frame.to - frame.from) },
  width: 900,
  zone: "UTC",
  watched: [{ from: frame.from + HOUR, to: frame.to }],
  staleFrom: undefined,
  today: frame.to,
  ...changes,
});

describe("what an axis shows besides marks", () => {
  it("has ticks at round times, in fractions of the frame", () => {
    const { ticks } = timeMarks(input());
    expect(ticks.find(({ label }) => label === "10:30")?.x).toBeCloseTo(0.5, 10);
  });

  it("names the day, and a year that is not this one, where the frame lies before today", () => {
    const first = (today: number) => timeMarks(input({ today })).ticks[0]?.label.replaceAll(/\s/gu, " ");
    expect(first(frame.to)).toBe("09:00");
    expect(first(Date.UTC(2026, 2, 12))).toBe("11 Mar 09:00");
    expect(first(Date.UTC(2027, 0, 1))).toBe("11 Mar 2026 09:00");
    const { washes } = timeMarks(input({ today: Date.UTC(2026, 2, 12) }));
    expect(washes[0]?.title.replaceAll(/\s/gu, " ")).toBe("Not watching before 11 Mar 10:00");
  });

  it("has ticks a little past the frame's end, where now will be before it is laid again", () => {
    const { ticks } = timeMarks(input({ frame: { ...frame, to: frame.to - HOUR / 100 } }));
    expect(ticks.at(-1)?.x).toBeGreaterThan(1);
  });

  it("washes the time before the first look, and puts the eye at its end", () => {
    const { washes, eye } = timeMarks(input());
    expect(washes).toHaveLength(1);
    expect(washes[0]).toMatchObject({ x: 0, title: "Not watching before 10:00:00" });
    expect(washes[0]?.w).toBeCloseTo(1 / 3, 10);
    expect(eye?.x).toBeCloseTo(1 / 3, 10);
    expect(eye?.title).toBe("Watching since 10:00:00");
  });

  it("washes a gap between two stretches", () => {
    const watched = [
      { from: frame.from, to: frame.from + HOUR },
      { from: frame.from + 2 * HOUR, to: frame.to },
    ];
    const { washes } = timeMarks(input({ watched }));
    expect(washes).toHaveLength(1);
    expect(washes[0]?.title).toBe("Not watching 10:00:00–11:00:00");
  });

  it("washes from the last answer to now, without an end, once that answer is too old", () => {
    const watched = [{ from: frame.from, to: frame.to - HOUR }];
    expect(timeMarks(input({ watched })).washes).toEqual([]);
    const [wash, ...others] = timeMarks(input({ watched, staleFrom: frame.to - HOUR })).washes;
    expect(others).toEqual([]);
    expect(wash).toMatchObject({ w: undefined, title: "No answer since 11:00:00" });
    expect(wash?.x).toBeCloseTo(2 / 3, 10);
  });

  it("tells each tick and each wash by its instant, wherever a later frame puts it", () => {
    const watched = [
      { from: frame.from + HOUR, to: frame.from + 1.5 * HOUR },
      { from: frame.from + 2 * HOUR, to: frame.to },
    ];
    const now = timeMarks(input({ watched }));
    const moved = { from: frame.from + 216_000, to: frame.to + 216_000 };
    const later = timeMarks(
      input({ watched, frame: moved, drawn: { ...moved, to: moved.to + 216_000 }, staleFrom: frame.to }),
    );
    const atOf = ({ ticks }: typeof now, label: string) => ticks.find((tick) => tick.label === label)?.at;
    expect(atOf(now, "10:30")).toBe(frame.from + 1.5 * HOUR);
    expect(atOf(later, "10:30")).toBe(atOf(now, "10:30"));
    expect(now.washes.map(({ at }) => at)).toEqual([-Infinity, frame.from + 1.5 * HOUR]);
    expect(later.washes.map(({ at }) => at)).toEqual([-Infinity, frame.from + 1.5 * HOUR, frame.to]);
  });

  it("has no ticks before it is laid out", () => {
    expect(timeMarks(input({ width: 0 })).ticks).toEqual([]);
  });
});
