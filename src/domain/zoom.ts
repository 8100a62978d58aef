/**
 * Zooming and panning a window of time. A gesture takes the window that is in view to another; nothing here draws.
 *
 * A window moves within its reach: what is known, and at least as far back as the longest range that ends at now. Where
 * a gesture would leave it, the window stops at its edge with the length that was asked for. A window that lies outside, as a link can
 * ask for, keeps its place until it is moved, and then can come nearer but go no further.
 */
import { LAST_INSTANT } from "./last-instant.ts";
import { RANGES } from "./time-range.ts";
import type { Window } from "./window.ts";

/** One answer comes in this time: in less there is nothing to tell apart. Ms. */
export const SHORTEST_MS = 5_000;

/** Whatever a server says of its oldest session. Ms. */
export const LONGEST_MS = 10 * 365 * 86_400_000;

/** Room before the oldest, as a share of what is known. */
const ROOM = 0.04;

/** The first that can be written into a link: the year 0. */
const FIRST_INSTANT = -62_167_219_200_000;

/** Beyond what a Date can hold numbers lose their ms. */
const isProper = ({ from, to }: Window): boolean => -LAST_INSTANT <= from && from < to && to <= LAST_INSTANT;

const among = (least: number, n: number, most: number): number => Math.min(most, Math.max(least, n));

/**
 * Where windows can go.
 * @param oldest the first start of what is known, epoch ms; undefined where nothing is
 */
export function reachOf(oldest: number | undefined, now: number): Window {
  const age = among(0, now - (oldest ?? now), LONGEST_MS) || 0;
  return { from: now - Math.max(RANGES["24h"].ms, Math.min(LONGEST_MS, age * (1 + ROOM))), to: now };
}

/** The window of this length that has the instant at the share `x`, moved as little as the reach asks for. */
function laid(at: number, x: number, span: number, reach: Window): Window {
  const first = Math.max(Math.min(Math.max(reach.from, at - x * span), reach.to - span), FIRST_INSTANT);
  return { from: first, to: first + span };
}

/** The reach with the window in it; a reach of no use counts for nothing. */
function around(window: Window, reach: Window): Window {
  if (!isProper(reach)) return window;
  return { from: Math.min(reach.from, window.from), to: Math.max(reach.to, window.to) };
}

const isSame = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to;

/** The window itself where nothing comes of the gesture. */
const changed = (window: Window, next: Window): Window => (isSame(window, next) ? window : next);

/**
 * Zooms about a place, which stays where it is unless an edge of the reach is in the way.
 * @param x of the place, 0..1 of the window
 * @param factor how much larger everything becomes; below 1 it becomes smaller
 */
export function zoomAbout(window: Window, x: number, factor: number, reach: Window): Window {
  if (!isProper(window) || !(factor > 0) || factor === 1) return window;
  const place = among(0, x, 1) || 0;
  const span = window.to - window.from;
  const room = around(window, reach);
  const longest = Math.max(span, Math.min(room.to - room.from, LONGEST_MS));
  const wanted = among(Math.min(span, SHORTEST_MS), span / factor, longest);
  if (wanted === span) return window;
  return changed(window, laid(window.from + place * span, place, wanted, room));
}

/**
 * Moves the window along. Its length stays.
 * @param share of its length; positive is towards the present
 */
export function panBy(window: Window, share: number, reach: Window): Window {
  if (!isProper(window) || Number.isNaN(share)) return window;
  const span = window.to - window.from;
  const { from, to } = around(window, reach);
  const by = among(from - window.from, among(-1e6, share, 1e6) * span, to - window.to);
  return by === 0 ? window : { from: window.from + by, to: window.to + by };
}

/**
 * Zooms to a stretch, given by its two ends in either order as shares of the window. What lies outside the window is cut;
 * a stretch too short to show is shown with as much around it.
 */
export function zoomTo(window: Window, a: number, b: number, reach: Window): Window {
  if (!isProper(window) || Number.isNaN(a) || Number.isNaN(b)) return window;
  const [x0, x1] = [among(0, Math.min(a, b), 1), among(0, Math.max(a, b), 1)];
  const span = window.to - window.from;
  const middle = window.from + ((x0 + x1) / 2) * span;
  const wanted = Math.max((x1 - x0) * span, Math.min(span, SHORTEST_MS));
  return changed(window, laid(middle, 0.5, wanted, around(window, reach)));
}

/** How much one step of the keyboard or a button zooms. */
export const STEP = 2;

/** How much a wheel zooms for 100 px of it. */
const WHEEL = 1.2;
/**
 * What a turn of the wheel zooms by. A turn and the same turn back come to 1; no turn is more than a few steps.
 * @param px how far, positive towards the reader, which zooms out
 */
export const wheelFactor = (px: number): number =>
  Number.isNaN(px) ? 1 : WHEEL ** (-among(-600, px, 600) / 100);
