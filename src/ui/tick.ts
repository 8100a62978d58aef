/** The page's one clock: one timer for everything that shows time passing, silent while nobody can see it. */
import { useCallback, useSyncExternalStore } from "react";

const SECOND = 1000;
/** Every zone's days begin at a whole one. Ms. */
export const QUARTER = 15 * 60 * SECOND;

let read = (): number => Date.now();

/** Sets the clock that the page goes by, epoch ms; the machine's own until then. Before the first render. */
export function setClock(clock: () => number): void {
  read = clock;
}

/** The page's time, epoch ms. */
export const pageNow = (): number => read();

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** While held, one tick in so many comes. */
const HELD = 5;
let isHeld = false;

function fire(): void {
  const now = read();
  if (isHeld && now % (HELD * SECOND) >= SECOND) return;
  for (const listener of listeners) listener(now);
}

/**
 * While held hardly anything ticks: where rows go by nobody reads their figures, and each tick takes a frame's time. All turn over
 * at the end.
 */
export function holdTicks(held: boolean): void {
  isHeld = held;
  if (!held && timer !== undefined) fire();
}

/** Timers drift and are late; each is set anew for the next whole second, so all figures turn over together. */
function schedule(): void {
  timer = setTimeout(
    () => {
      fire();
      schedule();
    },
    SECOND - (read() % SECOND),
  );
}

function stop(): void {
  clearTimeout(timer);
  timer = undefined;
}

function onVisibility(): void {
  if (document.hidden) return stop();
  if (timer !== undefined) return;
  fire();
  schedule();
}

/**
 * Calls back with the time (epoch ms) about once a second, at whole seconds, for writing straight to the DOM.
 * Nothing is called while the page is hidden; it is called at once when it shows again. While ticks are held they are few. Returns
 * what ends it.
 */
export function onSecond(callback: (now: number) => void): () => void {
  if (listeners.size === 0) {
    document.addEventListener("visibilitychange", onVisibility);
    if (!document.hidden) schedule();
  }
  // Each call is its own subscription, even when two share a callback.
  const listener = (now: number): void => callback(now);
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    document.removeEventListener("visibilitychange", onVisibility);
    stop();
  };
}

/**
 * The time in epoch ms, floored to `stepMs`: the component renders when a step is passed and at no other tick.
 * Coarse steps (60,000 for ages of hours) keep long lists still.
 * @param from an instant that steps are counted from, epoch ms
 */
export function useNow(stepMs: number = SECOND, from = 0): number {
  const snapshot = useCallback(() => Math.floor((read() - from) / stepMs) * stepMs + from, [stepMs, from]);
  return useSyncExternalStore(onSecond, snapshot);
}
