/** Virtual time: real time from an anchor on, at any speed, and moved by an offset. */

export interface Clock {
  /** Virtual epoch ms, an integer. */
  now(): number;
  /** `offsetMs` replaces the offset of before; a new `speed` counts from this instant on. */
  set(change: { offsetMs?: number | undefined; speed?: number | undefined }): void;
  state(): { now: number; offsetMs: number; speed: number };
}

export function createClock(realNow: () => number, initialSpeed: number): Clock {
  let anchorReal = realNow();
  let anchorVirtual = anchorReal;
  let speed = initialSpeed;
  let offsetMs = 0;
  const withoutOffset = () => anchorVirtual + (realNow() - anchorReal) * speed;
  const now = () => Math.floor(withoutOffset() + offsetMs);
  return {
    now,
    set(change) {
      anchorVirtual = withoutOffset();
      anchorReal = realNow();
      speed = change.speed ?? speed;
      offsetMs = change.offsetMs ?? offsetMs;
    },
    state: () => ({ now: now(), offsetMs, speed }),
  };
}
