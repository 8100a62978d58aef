/** What a trace of Chromium says about the main thread of one page. */

/** A task of the main thread. `startedAt` is epoch ms, `ms` the time it took, `cpuMs` the time it was on a processor. */
export interface Task {
  readonly startedAt: number;
  readonly ms: number;
  readonly cpuMs: number;
}

/** An event as the trace has it; instants and durations in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The page leaves one mark of this name at an instant it also tells: that finds its thread and sets the clocks. */
export const SYNC_MARK = "bench.sync";
/**
 * The tasks of the timeline and not those of `toplevel`: the latter end before the microtasks that follow them, in which
 * a page does most of what it does with an answer.
 */
export const TRACE_CATEGORIES = ["disabled-by-default-devtools.timeline", "blink.user_timing"];

const TASK = "RunTask";

const isEvent = (value: unknown): value is TraceEvent =>
  typeof value === "object" && value !== null && "name" in value && "ts" in value && "ph" in value;

function eventsOf(trace: unknown): readonly TraceEvent[] {
  const events =
    typeof trace === "object" && trace !== null && "traceEvents" in trace ? trace.traceEvents : [];
  return Array.isArray(events) ? events.filter(isEvent) : [];
}

/**
 * The tasks of the thread that left the mark, in order; of nested ones the outermost.
 * @param markedAt epoch ms of the mark @throws an Error when the trace has no such mark
 */
export function mainThreadTasks(trace: unknown, markedAt: number): readonly Task[] {
  const events = eventsOf(trace);
  const mark = events.find(({ name }) => name === SYNC_MARK);
  if (!mark) throw new Error("The trace does not hold the page's mark.");
  const tasks: Task[] = [];
  let end = -Infinity;
  const own = events
    .filter(({ name, ph, pid, tid }) => name === TASK && ph === "X" && pid === mark.pid && tid === mark.tid)
    .toSorted((a, b) => a.ts - b.ts);
  for (const { ts, dur = 0, tdur = dur } of own) {
    if (ts < end) continue;
    end = ts + dur;
    tasks.push({ startedAt: markedAt + (ts - mark.ts) / 1_000, ms: dur / 1_000, cpuMs: tdur / 1_000 });
  }
  return tasks;
}
