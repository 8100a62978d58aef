import type { Opened } from "./browser.ts";
import { mainThreadTasks, SYNC_MARK, type Task, TRACE_CATEGORIES } from "./trace.ts";

/** Traces a page from now on. @returns what ends it, and tells the tasks of its main thread */
export async function startTracing(opened: Opened): Promise<() => Promise<readonly Task[]>> {
  await opened.startTrace(TRACE_CATEGORIES);
  const markedAt = await opened.page.evaluate((mark) => {
    const { startTime } = performance.mark(mark);
    return performance.timeOrigin + startTime;
  }, SYNC_MARK);
  return async () => mainThreadTasks(await opened.stopTrace(), markedAt);
}
