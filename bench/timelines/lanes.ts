/** `/timeline` with many sessions: how soon it stands, how it moves, what it holds; and what polls cost it and `/launchers`. */
import type { Page } from "@playwright/test";
import { setTimeout as delay } from "node:timers/promises";
import type { Servers } from "../servers/start.ts";
import { type Opened, openBrowser } from "../stages/browser.ts";
import { readHeaps } from "../stages/heap.ts";
import { watchPolls } from "../stages/polling.ts";
import { slowShare } from "../stages/scrolling.ts";
import type { Frames } from "../probe/frames.ts";
import { TARGETS } from "../targets.ts";
import type { TimelineFigures } from "./bars.ts";

const { name } = TARGETS.ours;
const LANES = '[role="treegrid"]';
const LANE = ".lane[data-index]";
const STANDS_MS = 60_000;
/** What is done right after the first lanes belongs to the load. Ms. */
const AFTER_MS = 1_500;
const MB = 1e6;

/** Gestures of so long, with pauses in which the link takes what they came to. Ms. */
const GESTURE_MS = 1_500;
const PAUSE_MS = 500;
const GESTURES = 4;
/** Of a drag, from move to move, px; and its way before it turns. */
const DRAG_STEP = 12;
const DRAG_WAY = 480;
/** Of a notch of the wheel; and how many before it turns. */
const NOTCH = 60;
const NOTCHES = 12;

/** Opens `/timeline` and puts it through everything. */
export async function measureLanes(servers: Servers, polls: number): Promise<TimelineFigures> {
  const opened = await openBrowser();
  try {
    const { page, cdp } = opened;
    const heaps = await readHeaps(cdp);
    await page.goto(`${servers.url(name)}/timeline`);
    await page.locator(LANE).first().waitFor({ timeout: STANDS_MS });
    const navigation = await page.evaluate(() => bench.firstLane);
    const origin = await page.evaluate(() => performance.timeOrigin);
    // What warmed the servers up may be told of late.
    const answer = servers.calls(name).find(({ startedAt }) => startedAt >= origin);
    if (!answer) throw new Error("The lanes stand without an answer.");
    await delay(AFTER_MS);
    await expectPainted(page);
    const heap = await heaps.read();
    const panned = await framesDuring(page, () => drag(page));
    const zoomed = await framesDuring(page, () => zoom(page));
    const cost = await watchPolls(opened, servers, name, polls);
    return {
      navigation,
      firstPaint: origin + navigation - answer.endedAt,
      pan: slowShare(panned) * 100,
      zoom: slowShare(zoomed) * 100,
      frames: panned.gaps.length + zoomed.gaps.length,
      heap: (heap.page + heap.workers) / MB,
      heapPage: heap.page / MB,
      heapWorkers: heap.workers / MB,
      lanesPollTask: Math.max(...cost.cpu.longestTasks),
    };
  } finally {
    await opened.close();
  }
}

/** What polls cost `/launchers`. */
export async function measureLaunchers(servers: Servers, polls: number): Promise<TimelineFigures> {
  const opened: Opened = await openBrowser();
  try {
    await opened.page.goto(`${servers.url(name)}/launchers`);
    await opened.page.locator(LANE).first().waitFor({ timeout: STANDS_MS });
    await delay(AFTER_MS);
    const cost = await watchPolls(opened, servers, name, polls);
    return { launchersPollTask: Math.max(...cost.cpu.longestTasks) };
  } finally {
    await opened.close();
  }
}

/** @throws when there is nothing on the canvas: then nothing of this was worth measuring */
async function expectPainted(page: Page): Promise<void> {
  const isPainted = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".lanes-canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context || canvas.width === 0) return false;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.slice(at, at + 4).join());
    return colours.size > 3;
  });
  if (!isPainted) throw new Error("Nothing is painted behind the lanes.");
}

async function framesDuring(page: Page, gestures: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => bench.settled());
  const scrolled = { scroller: LANES, row: LANE, headHeight: 0 };
  await page.evaluate((what) => bench.startFrames(what, false), scrolled);
  await gestures();
  return page.evaluate(() => bench.stopFrames());
}

/** Each next move once the page has taken the one before, as often as it takes one. */
async function during(move: (index: number) => Promise<void>): Promise<void> {
  const until = performance.now() + GESTURE_MS;
  for (let index = 0; performance.now() < until; index += 1) await move(index);
}

/** There and back again, from 0 to `way`. */
const swing = (index: number, step: number, way: number): number => {
  const gone = (index * step) % (2 * way);
  return gone < way ? gone : 2 * way - gone;
};

async function drag(page: Page): Promise<void> {
  const { x, y } = await page.evaluate((selector) => bench.place(selector), LANES);
  for (let gesture = 0; gesture < GESTURES; gesture += 1) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await during((index) => page.mouse.move(x + swing(index, DRAG_STEP, DRAG_WAY), y));
    await page.mouse.up();
    await delay(PAUSE_MS);
  }
}

async function zoom(page: Page): Promise<void> {
  const { x, y } = await page.evaluate((selector) => bench.place(selector), LANES);
  await page.mouse.move(x, y);
  for (let gesture = 0; gesture < GESTURES; gesture += 1) {
    await page.keyboard.down("Control");
    await during((index) => page.mouse.wheel(0, Math.floor(index / NOTCHES) % 2 === 0 ? -NOTCH : NOTCH));
    await page.keyboard.up("Control");
    await delay(PAUSE_MS);
  }
}
