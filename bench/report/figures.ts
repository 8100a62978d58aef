/** Every figure that is told, in the order of the table. */
import { median } from "./statistics.ts";

interface FigureKind {
  readonly title: string;
  readonly unit: "ms" | "kB" | "MB" | "%" | "";
}

export const FIGURES = {
  firstRow: { title: "First row painted", unit: "ms" },
  loadTask: { title: "Longest task while loading (0: under 50)", unit: "ms" },
  scripts: { title: "JavaScript of the first view, gzip", unit: "kB" },
  scriptsLater: { title: "  with what follows by itself", unit: "kB" },
  poll: { title: "Main thread per poll, 1 % changed", unit: "ms" },
  pollTask: { title: "Longest task of all polls", unit: "ms" },
  pollTaskMedian: { title: "Longest task of a poll, median", unit: "ms" },
  idle: { title: "Main thread in 5 s without a poll", unit: "ms" },
  pollWall: { title: "Main thread per poll, as it went by", unit: "ms" },
  pollTaskWall: { title: "Longest task of all polls, as it went by", unit: "ms" },
  keyToPaint: { title: "Key in the text filter to next paint", unit: "ms" },
  keyToList: { title: "Key in the text filter to the list it leaves", unit: "ms" },
  expand: { title: "Click to expand to next paint", unit: "ms" },
  slowFrames: { title: "Frames over 33 ms, whole list under the wheel", unit: "%" },
  blankScrolls: { title: "Scrolls that showed a part of the view without rows", unit: "%" },
  blankMost: { title: "  the greatest such part of the view", unit: "%" },
  elements: { title: "DOM elements at most", unit: "" },
  heap: { title: "JavaScript heap after load", unit: "MB" },
  heapPage: { title: "  of the page", unit: "MB" },
  heapWorkers: { title: "  of its workers", unit: "MB" },
  heapLater: { title: "JavaScript heap after many polls", unit: "MB" },
} as const satisfies Record<string, FigureKind>;

export type FigureName = keyof typeof FIGURES;

/** The figures of one page; absent where it was not measured. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>;

const isFigure = (name: string): name is FigureName => Object.hasOwn(FIGURES, name);
export const FIGURE_NAMES: readonly FigureName[] = Object.keys(FIGURES).filter(isFigure);

/** The median of each figure over several runs; one that a run lacks is taken from the others. */
export function medianFigures(runs: readonly Figures[]): Figures {
  const found: Partial<Record<FigureName, number>> = {};
  for (const name of FIGURE_NAMES) {
    const values = runs.flatMap((figures) => figures[name] ?? []);
    if (values.length > 0) found[name] = median(values);
  }
  return found;
}
