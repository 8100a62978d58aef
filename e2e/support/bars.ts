/** Where training bars stand, in px, and where their instants say they should. */
import type { Locator } from "@playwright/test";

export interface SeenBar {
  readonly state: string | undefined;
  /** Epoch ms. */
  readonly created: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** The x of `data-from` on the axis. */
  readonly createdX: number;
  /** The x of `data-first-ended`; undefined while the training is open. */
  readonly endedX: number | undefined;
}

export interface SeenAxis {
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly seenAt: number;
  /** The x of its right end. */
  readonly right: number;
}

/** Every bar below an element and its first axis, read in one frame. */
export function barsOf(part: Locator): Promise<{ axis: SeenAxis; bars: SeenBar[] }> {
  return part.evaluate((element) => {
    const axis = element.querySelector<HTMLElement>("[data-axis-from]");
    if (!axis) throw new Error("There is no axis here.");
    const { left, width, right } = axis.getBoundingClientRect();
    const from = Number(axis.dataset["axisFrom"]);
    const to = Number(axis.dataset["axisTo"]);
    const xOf = (at: string | undefined) => left + ((Number(at) - from) / (to - from)) * width;
    return {
      axis: { from, to, right, seenAt: Date.now() },
      bars: [...element.querySelectorAll<HTMLElement>("[data-bar]")].map((bar) => {
        const box = bar.getBoundingClientRect();
        const { from: created, firstEnded, state } = bar.dataset;
        return {
          state,
          created: Number(created),
          left: box.left,
          right: box.right,
          width: box.width,
          createdX: xOf(created),
          endedX: firstEnded === undefined ? undefined : xOf(firstEnded),
        };
      }),
    };
  });
}
