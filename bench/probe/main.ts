/** Runs in each page before its own scripts; `bench` is what the stages ask. */
import { watchFirst } from "./first-painted.ts";
import { startFrames, stopFrames } from "./frames.ts";
import { forgetInteractions, lastInteraction } from "./interactions.ts";
import { longTasks } from "./long-tasks.ts";
import { place, scrollTo, settled } from "./place.ts";

const bench = {
  firstRow: watchFirst("[data-session-id]"),
  /** A row of lanes: the canvas behind it is painted in the frame that brings it. */
  firstLane: watchFirst(".lane[data-index]"),
  startFrames,
  stopFrames,
  forgetInteractions,
  lastInteraction,
  longTasks,
  place,
  scrollTo,
  settled,
  elements: () => document.getElementsByTagName("*").length,
};

declare global {
  var bench: Probe;
}
export type Probe = typeof bench;

globalThis.bench = bench;
