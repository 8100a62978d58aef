/** What the timelines are held to, as a table. */

interface Bar {
  readonly title: string;
  readonly unit: "ms" | "%" | "MB" | "";
  /** The most that is allowed, in its unit; undefined for what is told beside the bars. */
  readonly limit: number | undefined;
}

export const TIMELINE_BARS = {
  firstPaint: { title: "/timeline: first paint after the end of its data", unit: "ms", limit: 1_500 },
  navigation: { title: "  after the start of the navigation", unit: "ms", limit: undefined },
  pan: { title: "/timeline: frames over 33 ms while it is dragged along", unit: "%", limit: 1 },
  zoom: { title: "/timeline: frames over 33 ms while the wheel zooms", unit: "%", limit: 1 },
  frames: { title: "  frames seen in both", unit: "", limit: undefined },
  heap: { title: "/timeline: JavaScript heap after load", unit: "MB", limit: 120 },
  heapPage: { title: "  of the page", unit: "MB", limit: undefined },
  heapWorkers: { title: "  of its workers", unit: "MB", limit: undefined },
  lanesPollTask: { title: "/timeline: longest task of all polls", unit: "ms", limit: 50 },
  launchersPollTask: { title: "/launchers: longest task of all polls", unit: "ms", limit: 50 },
  expand: { title: "10,000 trainings: click to expand to next paint, the longest", unit: "ms", limit: 100 },
  listScroll: { title: "10,000 trainings: frames over 33 ms, list with them open", unit: "%", limit: 1 },
  pageScroll: { title: "10,000 trainings: frames over 33 ms, page of the session", unit: "%", limit: 1 },
  strip: { title: "Mini strip: added to a scroll frame by each row in view", unit: "ms", limit: 1 },
  frameWithout: { title: "  a frame with nothing in the strips", unit: "ms", limit: undefined },
} as const satisfies Record<string, Bar>;

export type TimelineFigure = keyof typeof TIMELINE_BARS;
export type TimelineFigures = Readonly<Partial<Record<TimelineFigure, number>>>;

const isFigure = (name: string): name is TimelineFigure => Object.hasOwn(TIMELINE_BARS, name);
export const TIMELINE_FIGURES: readonly TimelineFigure[] = Object.keys(TIMELINE_BARS).filter(isFigure);

export interface TimelineVerdict {
  readonly figure: TimelineFigure;
  readonly value: number;
  readonly limit: number;
  readonly met: boolean;
}

/** Every bar; one that was not measured is not met. */
export function timelineVerdicts(figures: TimelineFigures): readonly TimelineVerdict[] {
  return TIMELINE_FIGURES.flatMap((figure) => {
    const { limit }: Bar = TIMELINE_BARS[figure];
    if (limit === undefined) return [];
    const value = figures[figure] ?? Number.NaN;
    return { figure, value, limit, met: value <= limit };
  });
}
