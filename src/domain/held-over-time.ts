/**
 * What capacity was held over time, at evenly spaced instants, as far as somebody watched. At each instant it is what the
 * summary adds up of the sessions held then: the newest instant is that of the newest answer, and its figure the summary's.
 *
 * A session holds its launcher from its start (the server's word) until the answer that first missed it. Nothing is told of
 * instants before the first answer or within a gap.
 */
import { applyFilter, type SessionFilter } from "./filter.ts";
import type { Known, KnownSession, Watched } from "./known.ts";
import type { LauncherSpec } from "./session.ts";
import { isNewer, thousandths } from "./tally.ts";

/** As many as a picture of a few dozen pixels can show. */
const MOST_STEPS = 120;

/** A picture is made again for each step that passes; for a short time a longer step will do. Ms. */
const SHORTEST_STEP_MS = 30_000;
/** Lives looked at in one go, so that ten thousand of them hold nobody up. */
const AT_ONCE = 500;

/** The instants: `from`, and each `stepMs` later, `steps` times. Epoch ms and ms. */
export interface HeldGrid {
  readonly from: number;
  readonly stepMs: number;
  readonly steps: number;
}

export interface Held {
  /** Which instant, 0 for the first of the grid. */
  readonly step: number;
  readonly vcpus: number;
  readonly memoryMebibytes: number;
  /** Of all models. */
  readonly gpus: number;
}

/** What of it one picture shows. */
export type HeldQuantity = Exclude<keyof Held, "step">;

export interface HeldOverTime {
  /** How many steps the whole picture has. */
  readonly steps: number;
  /** Runs of instants in which somebody watched all the time, oldest first. None is empty. */
  readonly stretches: readonly (readonly Held[])[];
  /** At the newest answer, where the grid holds it. */
  readonly newest: Held | undefined;
}

/** How far its instants are apart, ms, for a stretch of time as `heldGrid` takes it. */
export const heldStepMs = (length: HeldLength): number =>
  typeof length === "number"
    ? Math.max(SHORTEST_STEP_MS, length / MOST_STEPS)
    : (length.to - length.from) / MOST_STEPS;

/** One that ends at now, by its length in ms, or one that stands still, by its ends in epoch ms. */
export type HeldLength = number | { readonly from: number; readonly to: number };

/** The instants of a view's stretch of time. */
export function heldGrid(length: HeldLength, now: number): HeldGrid {
  const stepMs = heldStepMs(length);
  if (typeof length !== "number") return { from: length.from, stepMs, steps: MOST_STEPS };
  const steps = Math.ceil(length / stepMs);
  // On multiples of the step, so that the picture stays as it is until a step has passed.
  return { from: (Math.floor(now / stepMs) + 1 - steps) * stepMs, stepMs, steps };
}

export interface HeldInput extends Pick<Known, "sessions"> {
  /** When all of them were watched, and are known (`wholeStretches`). */
  readonly watched: readonly Watched[];
  /** Whose capacity. `ended: "hide"` is ignored: what has ended since was held at the time. */
  readonly filter: SessionFilter;
  readonly grid: HeldGrid;
}

/** What was held, all at once. */
export function heldOverTime(input: HeldInput): HeldOverTime {
  const work = heldInParts(input);
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
  }
}

/** Works the same out in parts, each of which takes a moment: whoever asks decides when to go on. */
export function* heldInParts({
  sessions,
  watched,
  filter,
  grid,
}: HeldInput): Generator<undefined, HeldOverTime> {
  const { steps } = grid;
  const latestAt = watched.at(-1)?.to;
  if (latestAt === undefined) return { steps, stretches: [], newest: undefined };
  const newest = stepAt(latestAt, grid);
  const sums = createSums(steps);
  const shared: Shared = new Map();
  const chosen = filter.ended === "hide" ? { ...filter, ended: "show" as const } : filter;
  let lives: KnownSession[] = [];
  for (const known of sessions.values()) {
    lives.push(known, ...known.earlier);
    if (lives.length < AT_ONCE) continue;
    addLives(sums, shared, applyFilter(lives, chosen), grid, newest);
    lives = [];
    yield;
  }
  addLives(sums, shared, applyFilter(lives, chosen), grid, newest);
  let count = 0;
  for (const stays of shared.values()) {
    addShared(sums, stays, steps);
    count += stays.length;
    if (count < AT_ONCE) continue;
    count = 0;
    yield;
  }
  const held = sums.read();
  return {
    steps,
    stretches: runsOf(watched, grid).map(([first, last]) => held.slice(first, last + 1)),
    newest: newest > steps ? undefined : held[newest],
  };
}

/** The same with the present as the summary tells it since: pictures of the past are made less often than answers come. */
export function withPresent(held: HeldOverTime, present: Omit<Held, "step">): HeldOverTime {
  const { newest, stretches } = held;
  if (newest === undefined) return held;
  const { vcpus, memoryMebibytes, gpus } = present;
  const now: Held = { step: newest.step, vcpus, memoryMebibytes, gpus };
  return {
    ...held,
    newest: now,
    stretches: stretches.map((stretch) =>
      stretch.at(-1) === newest ? [...stretch.slice(0, -1), now] : stretch,
    ),
  };
}

/** What was held, and at which instants. */
export interface HeldPicture {
  readonly held: HeldOverTime;
  readonly grid: HeldGrid;
}

/** The same, with what a picture of before tells of instants that this one does not reach back to: what is known gets less with time. */
export function withPast({ held, grid }: HeldPicture, past: HeldPicture): HeldOverTime {
  const first = held.stretches[0]?.[0]?.step;
  if (first === undefined || grid.stepMs !== past.grid.stepMs) return held;
  const exact = (grid.from - past.grid.from) / grid.stepMs;
  const shift = Math.round(exact);
  // Instants between those of the grid say nothing of its own.
  if (Math.abs(exact - shift) > 1e-6) return held;
  const before = past.held.stretches
    .map((stretch) =>
      stretch.flatMap((one) => {
        const step = one.step - shift;
        return step < 0 || step >= first || one === past.held.newest ? [] : [{ ...one, step }];
      }),
    )
    .filter((stretch) => stretch.length > 0);
  const last = before.at(-1) ?? [];
  if (last.at(-1)?.step !== first - 1) return { ...held, stretches: [...before, ...held.stretches] };
  const [joined = [], ...others] = held.stretches;
  return { ...held, stretches: [...before.slice(0, -1), [...last, ...joined], ...others] };
}

/** The first instant at or after. Beyond the grid it counts on. */
const stepAt = (at: number, { from, stepMs }: HeldGrid): number => Math.ceil((at - from) / stepMs);

/** First and last instant of a run. */
type Run = readonly [first: number, last: number];

/** The newest answer stands at the instant that follows it: an instant that is not over is told as far as it went. */
const runsOf = (watched: readonly Watched[], grid: HeldGrid): readonly Run[] =>
  watched.flatMap(({ from, to }, index) => {
    const isNewest = index === watched.length - 1;
    const first = Math.max(0, stepAt(from, grid));
    const end = isNewest ? stepAt(to, grid) : Math.floor((to - grid.from) / grid.stepMs);
    const last = Math.min(grid.steps, end);
    return first > last ? [] : [[first, last] as const];
  });

/** A life on a launcher, in instants. */
interface Stay {
  readonly known: KnownSession;
  readonly spec: LauncherSpec;
  readonly first: number;
  /** The first instant after it. */
  readonly end: number;
}

/** The lives on each persistent launcher. */
type Shared = Map<string, Stay[]>;

function addLives(
  sums: Sums,
  shared: Shared,
  lives: readonly KnownSession[],
  grid: HeldGrid,
  newest: number,
): void {
  for (const known of lives) {
    const { location, startedAt } = known.session;
    if (location.kind !== "persistent" && location.kind !== "temporary") continue;
    // What has not ended is held at the newest answer, and what has ended is not, whatever the clocks say.
    const end = known.ended === undefined ? newest + 1 : Math.min(newest, stepAt(known.ended.by, grid));
    const begin = stepAt(Math.min(startedAt, known.firstSeen), grid);
    const first = Math.max(0, known.ended === undefined ? Math.min(newest, begin) : begin);
    if (end <= first || first > grid.steps) continue;
    if (location.kind === "temporary") {
      sums.add(location.spec, first, end);
      continue;
    }
    const stay: Stay = { known, spec: location.spec, first, end: Math.min(end, grid.steps + 1) };
    const others = shared.get(location.launcherId);
    if (others) others.push(stay);
    else shared.set(location.launcherId, [stay]);
  }
}

/** A launcher that several share is held once, as the newest of those it has at the time tells it. */
function addShared(sums: Sums, stays: Stay[], steps: number): void {
  // They hardly ever differ, and then their order tells nothing.
  if (stays.some(({ spec }) => !sameSpec(spec, stays[0]?.spec))) {
    stays.sort((a, b) => (isNewer(a.known.session, b.known.session) ? -1 : 1));
  }
  const counted = new Uint8Array(stays.length > 1 ? steps + 1 : 0);
  for (const { spec, first, end } of stays) {
    let step = first;
    while (step < end) {
      while (step < end && counted[step] === 1) step += 1;
      const begin = step;
      while (step < end && counted[step] !== 1) step += 1;
      if (begin < step) sums.add(spec, begin, step);
    }
    counted.fill(1, first, end);
  }
}

const sameSpec = (a: LauncherSpec, b: LauncherSpec | undefined): boolean =>
  a.cpus === b?.cpus && a.memoryMebibytes === b.memoryMebibytes && a.gpus?.count === b.gpus?.count;

interface Sums {
  /** @param end the first instant after those it is held at */
  readonly add: (spec: LauncherSpec, first: number, end: number) => void;
  /** Of every instant. */
  readonly read: () => readonly Held[];
}

/** Adds up in whole thousandths, as the tally does, what begins and ends at each instant. */
function createSums(steps: number): Sums {
  const [vcpus, memory, gpus] = [0, 0, 0].map(() => new Float64Array(steps + 2));
  const put = (sums: Float64Array | undefined, amount: number, first: number, end: number) => {
    if (sums === undefined || amount === 0) return;
    sums[first] = (sums[first] ?? 0) + amount;
    const after = Math.min(end, steps + 1);
    sums[after] = (sums[after] ?? 0) - amount;
  };
  return {
    add: (spec, first, end) => {
      put(vcpus, thousandths(spec.cpus), first, end);
      put(memory, thousandths(spec.memoryMebibytes), first, end);
      if (spec.gpus) put(gpus, thousandths(spec.gpus.count), first, end);
    },
    read: () => {
      const now = { vcpus: 0, memory: 0, gpus: 0 };
      return Array.from({ length: steps + 1 }, (_, step) => {
        now.vcpus += vcpus?.[step] ?? 0;
        now.memory += memory?.[step] ?? 0;
        now.gpus += gpus?.[step] ?? 0;
        return {
          step,
          vcpus: now.vcpus / 1000,
          memoryMebibytes: now.memory / 1000,
          gpus: now.gpus / 1000,
        };
      });
    },
  };
}
