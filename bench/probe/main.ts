/** Runs in each page before its own scripts; `bench` is what the stages ask. */
import { watchFirstRow } from "./first-row.ts";
import { startFrames, stopFrames } from "./frames.ts";
import { forgetInteractions, lastInteraction } from "./interactions.ts";
import { longTasks } from "./long-tasks.ts";
import { place, scrollTo, settled } from "./place.ts";

const bench = {
  firstRow: watchFirstRow(),
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
