/** One page, opened once and put through everything. */
import type { Figures } from "../report/figures.ts";
import { median } from "../report/statistics.ts";
import type { Servers } from "../servers/start.ts";
import type { Target } from "../targets.ts";
import { openBrowser } from "./browser.ts";
import { expand } from "./expanding.ts";
import { readHeaps } from "./heap.ts";
import { load } from "./load.ts";
import { watchPolls } from "./polling.ts";
import { wheel } from "./scrolling.ts";
import { type } from "./typing.ts";

interface RunOptions {
  readonly target: Target;
  readonly servers: Servers;
  readonly sessions: number;
  readonly polls: number;
}

const MB = 1e6;
/** As in the budget of scripts/bundle-size.mjs. */
const kB = 1024;

export async function run({ target, servers, sessions, polls }: RunOptions): Promise<Figures> {
  const opened = await openBrowser();
  try {
    const { page, cdp } = opened;
    const heaps = await readHeaps(cdp);
    const loaded = await load(page, servers.url(target.name));
    const heap = await heaps.read();
    const elements = await page.evaluate(() => bench.elements());
    const cost = await watchPolls(opened, servers, target.name, polls);
    const typed = await type(page);
    const expandMs = await expand(page, target);
    const wheeled = await wheel(opened, target, sessions);
    return {
      firstRow: loaded.firstRowMs,
      loadTask: loaded.longestTaskMs,
      scripts: loaded.scriptBytes / kB,
      scriptsLater: loaded.laterScriptBytes / kB,
      heapPage: heap.page / MB,
      heapWorkers: heap.workers / MB,
      heap: (heap.page + heap.workers) / MB,
      elements: Math.max(elements, wheeled.elements),
      poll: cost.cpu.poll,
      pollWall: cost.wall.poll,
      pollTask: Math.max(...cost.cpu.longestTasks),
      pollTaskMedian: median(cost.cpu.longestTasks),
      pollTaskWall: Math.max(...cost.wall.longestTasks),
      idle: cost.cpu.idle,
      keyToPaint: typed.keyToPaintMs,
      keyToList: typed.keyToListMs,
      expand: expandMs,
      slowFrames: wheeled.slowFrames * 100,
      blankScrolls: wheeled.blankScrolls * 100,
      blankMost: wheeled.blankMost * 100,
    };
  } finally {
    await opened.close();
  }
}
