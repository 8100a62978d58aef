/** What the dashboard is held to, as a table; a bar is met when the dashboard's figure is at most the limit. */
import type { TargetName } from "../targets.ts";
import type { FigureName, Figures } from "./figures.ts";

/** The figures of all pages at one size. */
export type Compared = Readonly<Record<TargetName, Figures>>;

interface Bar {
  readonly figure: FigureName;
  /** The limit in words. */
  readonly words: string;
  /** In the figure's unit; undefined where what it needs was not measured. */
  readonly limit: (compared: Compared) => number | undefined;
}

export interface Verdict {
  readonly figure: FigureName;
  readonly words: string;
  readonly value: number;
  readonly limit: number;
  readonly met: boolean;
}

const atMost = (figure: FigureName, limit: number): Bar => ({
  figure,
  words: `at most ${limit}`,
  limit: () => limit,
});

/** @param floor what counts as nothing, in the figure's unit: a ratio to next to nothing says nothing */
const timesC = (figure: FigureName, factor: number, floor = 0): Bar => ({
  figure,
  words: `at most ${factor} x C`,
  limit: ({ c }) => {
    const measured = c[figure];
    return measured === undefined ? undefined : Math.max(floor, factor * measured);
  },
});

const EVERYWHERE: readonly Bar[] = [atMost("scripts", 130)];

const SMALL: readonly Bar[] = [
  timesC("firstRow", 1.3),
  timesC("poll", 1),
  timesC("keyToPaint", 1.3),
  timesC("expand", 1.3),
  timesC("slowFrames", 1.3, 1),
  timesC("blankScrolls", 1.3),
  timesC("heap", 1.3),
];

const LARGE: readonly Bar[] = [
  timesC("firstRow", 1),
  timesC("poll", 0.1),
  atMost("pollTask", 50),
  timesC("keyToPaint", 2),
  atMost("keyToPaint", 50),
  timesC("expand", 2),
  atMost("expand", 50),
  atMost("slowFrames", 1),
  atMost("blankScrolls", 0),
  atMost("elements", 1_500),
  atMost("heap", 60),
  {
    figure: "heapLater",
    words: "at most 1.1 x after load",
    limit: ({ ours }) => (ours.heap === undefined ? undefined : ours.heap * 1.1),
  },
];

/** From this many sessions on a list is large. */
const LARGE_FROM = 10_000;

/** Every bar that holds at a size and whose figures are there. */
export function verdicts(sessions: number, compared: Compared): readonly Verdict[] {
  const bars = [...EVERYWHERE, ...(sessions >= LARGE_FROM ? LARGE : SMALL)];
  return bars.flatMap(({ figure, words, limit: limitOf }) => {
    const value = compared.ours[figure];
    const limit = limitOf(compared);
    return value === undefined || limit === undefined
      ? []
      : { figure, words, value, limit, met: value <= limit };
  });
}
