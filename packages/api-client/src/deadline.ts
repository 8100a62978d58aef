/** The ways to end a call early: the caller's signal, the deadline, and whoever holds the controller. */
import { InvalidRequestError, TimeoutError } from "./errors.ts";

/** Timers take no more: a longer delay would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs a task until the controller, the signal or the deadline aborts it, and then rejects with the reason at once, even
 * if the task pays no heed. Leaves no timer and no listener behind. `timeoutMs` 0 or Infinity: no deadline.
 */
export async function withDeadline<T>(
  controller: AbortController,
  { signal, timeoutMs }: { signal: AbortSignal | undefined; timeoutMs: number },
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!(timeoutMs >= 0)) throw new InvalidRequestError("timeoutMs is no duration");
  signal?.throwIfAborted();
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason), { once: true });
  });
  const forward = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", forward);
  const timer =
    timeoutMs > 0 && timeoutMs < Infinity
      ? setTimeout(() => controller.abort(new TimeoutError(timeoutMs)), Math.min(timeoutMs, LONGEST_TIMER))
      : undefined;
  try {
    return await Promise.race([task(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
  }
}
