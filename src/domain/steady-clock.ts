/**
 * A clock that tells the time of day and never goes back. Observations are ordered by it: with the machine's own clock,
 * one that is set back an hour would make an hour of answers look older than what is known.
 */

/**
 * @param wall the machine's clock, epoch ms; may be set to anything at any time
 * @param monotonic ms since any instant; goes on evenly, but may stand still while the machine sleeps
 * @returns the time, epoch ms: the machine's clock while that goes forward, else on from where it was
 */
export function steadyClock(wall: () => number, monotonic: () => number): () => number {
  let time = -Infinity;
  let ticks = 0;
  return () => {
    const ticksNow = monotonic();
    const onward = time + (ticksNow - ticks);
    ticks = ticksNow;
    time = Math.max(wall(), onward);
    return time;
  };
}
