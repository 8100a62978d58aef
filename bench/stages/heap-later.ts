/** The heap after many polls, on a page whose time goes faster: waiting for them would take the afternoon. */
import { fastCopy, mustGoBy } from "../fast/fast-build.ts";
import { startServers } from "../servers/start.ts";
import type { Target } from "../targets.ts";
import { openBrowser } from "./browser.ts";
import { readHeaps } from "./heap.ts";
import { load } from "./load.ts";

/** A poll of 10,000 sessions is over, on any page, long before the next one is due. */
const SPEED = 3;
const SLOWEST_POLL_MS = 30_000;
/** For what the last poll left to do, ms. */
const AFTER_MS = 1_000;
const MB = 1e6;

/** @returns the heap of page and workers after a forced collection, MB */
export async function heapAfterPolls(target: Target, sessions: number, polls: number): Promise<number> {
  const clock = { from: Date.now(), speed: SPEED };
  const page = await fastCopy(target, clock);
  const servers = await startServers({
    world: { scenario: "scale", sessions, seed: 1 },
    clock,
    pages: [page],
  });
  const opened = await openBrowser();
  try {
    const heaps = await readHeaps(opened.cdp);
    await servers.warmUp();
    await load(opened.page, servers.url(target.name));
    await mustGoBy(clock, opened.page);
    const before = servers.calls(target.name).length;
    await servers.waitForCalls(target.name, before + polls, polls * SLOWEST_POLL_MS);
    await opened.page.waitForTimeout(AFTER_MS);
    const heap = await heaps.read();
    return (heap.page + heap.workers) / MB;
  } finally {
    await opened.close();
    await servers.close();
  }
}
