/** What the page is made of, each time from what it was made of before. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { KnownSession } from "../../domain/known.ts";
import { overviewLength } from "../../domain/overview.ts";
import { runningOfGroups, type RunningOfGroups } from "../../domain/running-of-groups.ts";
import { runningSteps, type Told } from "../../domain/running-steps.ts";
import { NOTHING_RUNNING, type RunningTimes } from "../../domain/running-times.ts";
import { timelineRows, type TimelineRows, type TimelineRowsInput } from "../../domain/timeline-rows.ts";
import type { Window } from "../../domain/window.ts";
import { reachOf } from "../../domain/zoom.ts";
import { afterPaint } from "../../ui/after-paint.ts";
import type { Frame } from "../../ui/live-frame.ts";
import type { LanesTime } from "./lanes-canvas.tsx";

export function useRows({ sessions, group, folded, window }: TimelineRowsInput): TimelineRows {
  const [make] = useState(() => {
    let last: TimelineRows | undefined;
    return (input: TimelineRowsInput) => (last = timelineRows(input, last));
  });
  const { from, to } = window;
  return useMemo(
    () => make({ sessions, group, folded, window: { from, to } }),
    [make, sessions, group, folded, from, to],
  );
}

/** The longer stretch that the frame is a part of, and from when and until when all is told of it. */
export function useOverview(
  frame: Frame,
  since: number | undefined,
  minute: number,
  { staleFrom, wholeFrom }: Pick<LanesTime, "staleFrom" | "wholeFrom">,
): { readonly overview: Window; readonly told: Told } {
  const now = frame.live ? frame.to : minute + 60_000;
  const length = overviewLength(frame, reachOf(since, now));
  const { from, to } = typeof length === "number" ? { from: now - length, to: now } : length;
  const overview = useMemo<Window>(() => ({ from, to }), [from, to]);
  const toldTo = frame.live ? frame.to : minute;
  const told = useMemo<Told>(() => ({ now: toldTo, staleFrom, wholeFrom }), [toldTo, staleFrom, wholeFrom]);
  return { overview, told };
}

/** So many steps of an overview can be told apart. */
const MOST_STEPS = 360;

interface RunningInput {
  readonly blocks: TimelineRows["blocks"];
  readonly sessions: readonly KnownSession[];
  readonly overview: Window;
  readonly told: Told;
}

const NONE: Pick<RunningInput, "blocks" | "sessions"> = { blocks: [], sessions: [] };

/**
 * How many trainings ran: of all sessions over the overview, and of each group. The lanes do not wait for it: thousands of sessions are
 * counted once the lanes stand, and at an answer in a task after theirs.
 */
export function useRunning({ overview, told, ...newest }: RunningInput) {
  const { blocks: lanes, sessions: present } = newest;
  const [{ blocks, sessions }, count] = useState(NONE);
  // An effect, because only the browser knows when it has painted.
  useEffect(() => afterPaint(() => count({ blocks: lanes, sessions: present })), [lanes, present]);
  const [make] = useState(() => {
    let groups: RunningOfGroups = new Map();
    let all: RunningOfGroups = new Map();
    return (next: Pick<RunningInput, "blocks" | "sessions">) => {
      groups = runningOfGroups(
        next.blocks.map(({ key, heading }) => ({ key, sessions: heading.sessions })),
        groups,
      );
      all = runningOfGroups([{ key: "all", sessions: next.sessions }], all);
      return { groups, all: all.get("all")?.times ?? NOTHING_RUNNING };
    };
  });
  const { groups, all } = useMemo(() => make({ blocks, sessions }), [make, blocks, sessions]);
  const steps = useMemo(() => runningSteps(all, overview, told, MOST_STEPS), [all, overview, told]);
  const timesOf = useCallback((group: string) => groups.get(group)?.times, [groups]);
  const mostOf = useMemo(() => createMostOf(groups, overview, told), [groups, overview, told]);
  return { steps, timesOf, mostOf };
}

/** The most that ran in a group, whatever the window. Worked out for the groups in view alone, and once. */
function createMostOf(groups: RunningOfGroups, overview: Window, told: Told): (group: string) => number {
  const known = new WeakMap<RunningTimes, number>();
  return (group) => {
    const times = groups.get(group)?.times;
    if (!times) return 0;
    const most = known.get(times) ?? runningSteps(times, overview, told, MOST_STEPS).top;
    known.set(times, most);
    return most;
  };
}
