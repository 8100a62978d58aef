/**
 * Marks too narrow to be told apart, drawn as one that counts them: a strip of ten thousand trainings has a few hundred shapes.
 *
 * Marks belong together when they begin in the same cell of time. Cells lie on multiples of their length, which doubles as
 * one zooms out: so clusters keep their members while the window moves.
 */
import { NO_TRAININGS, type TrainingState } from "./states.ts";
import type { Mark } from "./timeline.ts";
import type { Window } from "./window.ts";

export interface Cluster {
  readonly kind: "cluster";
  /** 0-based, 0..3. */
  readonly lane: number;
  /** The worst of them by `WORST`: what needs a look is never hidden behind what does not. */
  readonly state: TrainingState;
  /** How many of each state; together at least two. */
  readonly counts: Readonly<Record<TrainingState, number>>;
  readonly count: number;
  /** Of the first and the last of them by creation. */
  readonly firstId: string;
  readonly lastId: string;
  /** The creation of the first, epoch ms. */
  readonly from: number;
  /** From the first beginning to the last end, tails and all. */
  readonly x0: number;
  readonly x1: number;
}

export type Shape = Mark | Cluster;

export const isCluster = (shape: Shape): shape is Cluster => "kind" in shape;

/** Which state a cluster shows: the first of these that it holds. */
const WORST = [
  "failed",
  "running",
  "starting",
  "unrecognised",
  "completed",
] as const satisfies TrainingState[];

/** Narrower marks cannot be told apart: the least width of a bar, and a little. Px. */
const LEAST_PX = 4;

/** Cells are this times a power of two, ms. */
const UNIT = 1000;

/** How long a cell is: between once and twice what is `leastPx` wide. Ms. */
export function cellOf(window: Window, widthPx: number, leastPx: number = LEAST_PX): number {
  const wanted = ((window.to - window.from) * leastPx) / widthPx;
  return wanted > 0 && Number.isFinite(wanted) ? UNIT * 2 ** Math.ceil(Math.log2(wanted / UNIT)) : UNIT;
}

const reachOf = ({ tail, x1 }: Mark): number => ("x1" in tail ? tail.x1 : x1);

/** Marks of a lane that are one shape, first to last. */
interface Group {
  readonly cell: number;
  readonly x0: number;
  readonly marks: Mark[];
}

/**
 * The marks of a strip with the narrow ones joined that begin in the same cell, or so near to the first of them that their least
 * widths would lie over each other. A mark as wide as a cell stays by itself, but where several that share the last lane begin in the same
 * one. So each lane has at most two shapes a cell. Shapes come in the order of their first marks, narrow ones are
 * to be drawn over wide ones; where nothing is joined they are the marks themselves.
 * @param marks by creation, as a strip has them
 * @param widthPx of the window
 */
export function clusterMarks(
  marks: readonly Mark[],
  window: Window,
  widthPx: number,
  leastPx: number = LEAST_PX,
): readonly Shape[] {
  if (marks.length < 2 || !(widthPx > 0)) return marks;
  const cell = cellOf(window, widthPx, leastPx);
  const cellX = cell / (window.to - window.from);
  const leastX = leastPx / widthPx;
  const groups: Group[] = [];
  /** The last groups of each lane. */
  const narrow: Group[] = [];
  const wide: Group[] = [];
  for (const mark of marks) {
    // What began before the window is in one cell at its edge.
    const at = Math.floor(Math.max(mark.from, window.from) / cell);
    const isNarrow = reachOf(mark) - mark.x0 < cellX;
    const last = isNarrow ? narrow : wide;
    const group = last[mark.lane];
    if (group !== undefined && (group.cell === at || (isNarrow && mark.x0 - group.x0 < leastX))) {
      group.marks.push(mark);
    } else {
      const next = { cell: at, x0: mark.x0, marks: [mark] };
      last[mark.lane] = next;
      groups.push(next);
    }
  }
  return groups.length === marks.length ? marks : groups.map((group) => clusterOf(group.marks));
}

function clusterOf(marks: readonly Mark[]): Shape {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) throw new Error("a cluster of nothing");
  if (first === last) return first;
  const counts: Record<TrainingState, number> = { ...NO_TRAININGS };
  let [x0, x1] = [1, 0];
  for (const mark of marks) {
    counts[mark.state] += 1;
    x0 = Math.min(x0, mark.x0);
    x1 = Math.max(x1, reachOf(mark));
  }
  return {
    kind: "cluster",
    lane: first.lane,
    state: WORST.find((state) => counts[state] > 0) ?? first.state,
    counts,
    count: marks.length,
    firstId: first.trainingId,
    lastId: last.trainingId,
    from: first.from,
    x0,
    x1,
  };
}
