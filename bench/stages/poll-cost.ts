/**
 * What one poll costs the main thread. From the tasks of a trace and not from the difference of two readings of
 * `TaskDuration`: a reading is itself a task that waits behind the work it wants to see, whereas tasks carry their own
 * instants, can be laid beside the server's account of the calls, and show the longest of them too.
 */
import { median, sum } from "../report/statistics.ts";
import type { Call } from "../servers/messages.ts";
import type { Task } from "./trace.ts";

/** The end of an interval, before the next poll begins: nothing of the last poll is left to do there. Two ticks of a clock. Ms. */
const QUIET_MS = 2_000;
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

/** Each call but the last is measured up to the next one. */
export function pollCost(tasks: readonly Task[], calls: readonly Call[]): PollCost {
  const intervals = calls.slice(0, -1).map(({ startedAt }, index) => {
    const next = calls[index + 1]?.startedAt ?? startedAt;
    const quietFrom = Math.max(startedAt, next - QUIET_MS);
    return {
      length: next - startedAt,
      all: within(tasks, startedAt, next),
      poll: within(tasks, startedAt, quietFrom),
      quiet: within(tasks, quietFrom, next),
      quietLength: next - quietFrom,
    };
  });
  const times = (pick: (task: Task) => number): Times => {
    const total = (some: readonly Task[]) => sum(some.map(pick));
    const idle = median(intervals.map(({ quiet, quietLength }) => total(quiet) / quietLength));
    return {
      poll: median(intervals.map(({ all, length }) => Math.max(0, total(all) - idle * length))),
      longestTasks: intervals.map(({ poll }) => Math.max(0, ...poll.map(pick))),
      idle: idle * INTERVAL_MS,
    };
  };
  return { cpu: times(({ cpuMs }) => cpuMs), wall: times(({ ms }) => ms) };
}
