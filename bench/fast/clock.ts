/**
 * Runs before the scripts of a page and of its workers: their clocks and timers go faster by a factor, all by the same
 * rule from the machine's clock, so that page, workers and the simulated API agree. What is measured by the browser
 * itself (frames, events, the network) keeps its own time.
 */

/** Put in by the build: the instant at which the fast clock agreed with the machine's, epoch ms, and the factor. */
declare const FAST_FROM: number;
declare const FAST_SPEED: number;

const MARK = "benchFastClock";

function install(): void {
  const machine = Date.now;
  const elapsed = performance.now.bind(performance);
  const wait = setTimeout;
  const repeat = setInterval;
  const expire = AbortSignal.timeout.bind(AbortSignal);
  const now = () => Math.floor(FAST_FROM + (machine() - FAST_FROM) * FAST_SPEED);

  // A proxy, because a subclass would lose what `Date` means to others: its prototype and its call without `new`.
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
  performance.now = () => elapsed() * FAST_SPEED;
  // Through Reflect, because the types of a page's and of Node's timers differ.
  Reflect.set(globalThis, "setTimeout", (handler: () => void, ms = 0, ...args: []) =>
    wait(handler, ms / FAST_SPEED, ...args),
  );
  Reflect.set(globalThis, "setInterval", (handler: () => void, ms = 0, ...args: []) =>
    repeat(handler, ms / FAST_SPEED, ...args),
  );
  AbortSignal.timeout = (ms) => expire(ms / FAST_SPEED);
}

// Each script of the build begins with this; the first one that runs counts.
if (!(MARK in globalThis)) {
  Reflect.set(globalThis, MARK, true);
  install();
}
