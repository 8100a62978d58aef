/**
 * What one poll costs the main thread. From the tasks of a trace and not from the difference of two readings of
 * `TaskDuration`: a reading is itself a task that waits behind the work it wants to see, whereas tasks carry their own
 * instants, can be laid beside the server's account of the calls, and show the longest of them too.
 */
import { median, sum } from "../report/statistics.ts";
import type { Call } from "../servers/messages.ts";
import type { Task } from "./trace.ts";

/** So long after its answer is out, a page has done all that it does with it. Ms. */
const SETTLED_MS = 2_000;
/** What is left of an interval then tells what the page does anyway, if it is not too short for that. Ms. */
const QUIET_MS = 500;
/** What is idle is told as work in this time, ms. */
const INTERVAL_MS = 5_000;

/** Of one kind of time. */
interface Times {
  /** Of one poll beyond what the page does anyway, the median of the polls, ms. */
  readonly poll: number;
  /** The longest task of each poll, ms. */
  readonly longestTasks: readonly number[];
  /** In 5 s without a poll, ms. */
  readonly idle: number;
}

export interface PollCost {
  /** On a processor: what the page asks for, whatever else the machine does. This is what is compared. */
  readonly cpu: Times;
  /** As it went by. Far more than `cpu` tells of a machine that is busy with other things. */
  readonly wall: Times;
}

const within = (tasks: readonly Task[], from: number, to: number) =>
  tasks.filter(({ startedAt }) => startedAt >= from && startedAt < to);

/** Each call but the last is measured, up to the next one. */
export function pollCost(tasks: readonly Task[], calls: readonly Call[]): PollCost {
  const intervals = calls.slice(0, -1).map(({ startedAt, endedAt }, index) => {
    const next = calls[index + 1]?.startedAt ?? startedAt;
    const settledAt = Math.min(next, endedAt + SETTLED_MS);
    return {
      poll: within(tasks, startedAt, settledAt),
      pollLength: settledAt - startedAt,
      quiet: within(tasks, settledAt, next),
      quietLength: next - settledAt,
    };
  });
  const quiet = intervals.filter(({ quietLength }) => quietLength >= QUIET_MS);
  const times = (pick: (task: Task) => number): Times => {
    const total = (some: readonly Task[]) => sum(some.map(pick));
    const idle = median(quiet.map((interval) => total(interval.quiet) / interval.quietLength));
    return {
      poll: median(
        intervals.map(({ poll, pollLength }) => Math.max(0, total(poll) - (idle || 0) * pollLength)),
      ),
      longestTasks: intervals.map(({ poll }) => Math.max(0, ...poll.map(pick))),
      idle: idle * INTERVAL_MS,
    };
  };
  return { cpu: times(({ cpuMs }) => cpuMs), wall: times(({ ms }) => ms) };
}
