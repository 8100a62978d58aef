import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LaneSkeletons } from "./lane-skeletons.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe.each([
  ["rows", SkeletonRows, ".row"],
  ["lanes", LaneSkeletons, ".lane"],
])("%s without content", (_, Skeletons, row) => {
  it("come once the answer is late, and no sooner", () => {
    const { container } = render(<Skeletons />);
    act(() => void vi.advanceTimersByTime(399));
    expect(container.children).toHaveLength(0);
    act(() => void vi.advanceTimersByTime(1));
    expect(container.querySelectorAll(`[aria-hidden='true'] > ${row}`)).toHaveLength(12);
  });

  it("are called off by what takes their place", () => {
    const { unmount } = render(<Skeletons />);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
