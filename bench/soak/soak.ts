/** A day in the life of the page, quickly: one tab open all the time, sessions that come and go, and an API that fails. */
import type { CDPSession } from "@playwright/test";
import { setTimeout as delay } from "node:timers/promises";
import { buildAll } from "../build.ts";
import { fastCopy, mustGoBy } from "../fast/fast-build.ts";
import { type FastClock, fastTime } from "../fast/fast-time.ts";
import type { SoakFlags } from "../flags.ts";
import { columns, figureText } from "../report/table.ts";
import { type Servers, startServers } from "../servers/start.ts";
import { openBrowser } from "../stages/browser.ts";
import { type HeapReader, readHeaps } from "../stages/heap.ts";
import { load } from "../stages/load.ts";
import { TARGETS } from "../targets.ts";
import { hearComplaints } from "./complaints.ts";
import { flatness, type Sample } from "./flatness.ts";
import { spellsOf } from "./schedule.ts";

const SESSIONS = 100;
const HOUR = 3_600_000;
const SAMPLES = 96;
const INTERVAL_MS = 5_000;

type Say = (line: string) => void;

/** @returns whether all stayed flat and nothing was complained of */
export async function soak({ hours, speed, seed }: SoakFlags, say: Say): Promise<boolean> {
  await buildAll(say);
  const clock: FastClock = { from: Date.now(), speed };
  const target = await fastCopy(TARGETS.ours, clock);
  const servers = await startServers({
    world: { scenario: "default", sessions: SESSIONS, seed },
    clock,
    pages: [target],
  });
  const opened = await openBrowser();
  try {
    const { page, cdp, context } = opened;
    const complaints = hearComplaints(context);
    const heaps = await readHeaps(cdp);
    await load(page, servers.url(target.name));
    await mustGoBy(clock, page);
    const origin = await page.evaluate(() => performance.timeOrigin);
    const from = fastTime(clock, Date.now());
    const time = () => fastTime(clock, Date.now()) - from;
    say(`${hours} h at ${speed} times the speed, ${SESSIONS} sessions, seed ${seed}`);

    const length = hours * HOUR;
    const failing = fail(servers, seed, length, time, speed);
    const samples: Sample[] = [];
    for (let index = 1; index <= SAMPLES; index += 1) {
      await delay(Math.max(0, ((length * index) / SAMPLES - time()) / speed));
      const sample = await take(cdp, heaps, time());
      samples.push(sample);
      if (index % (SAMPLES / 12) === 0) say(sampleLine(sample, servers.calls(target.name).length));
    }
    const spells = await failing;
    if ((await page.evaluate(() => performance.timeOrigin)) !== origin)
      throw new Error("The page was reloaded.");

    const polls = servers.calls(target.name).length;
    const flat = flatness(samples);
    const heard = complaints();
    for (const line of [
      "",
      `${polls.toLocaleString("en")} polls really happened in ${(time() / HOUR).toFixed(1)} h of the page's time ` +
        `(${Math.round(time() / INTERVAL_MS).toLocaleString("en")} intervals of 5 s), through ${spells} spells of faults`,
      "",
      ...columns([
        ["", "second quarter", "last quarter", "growth"],
        ...flat.map(({ title, early, late, met }) => [
          `${met ? "flat    " : "NOT FLAT"}  ${title}`,
          figureText(early),
          figureText(late),
          `${(((late - early) / early) * 100 || 0).toFixed(1)} %`,
        ]),
      ]),
      "",
      `${heard.length} complaints of the page${heard.length > 0 ? ":" : ""}`,
      ...[...new Set(heard)].slice(0, 20).map((text) => `  ${text}`),
    ]) {
      say(line);
    }
    return heard.length === 0 && flat.every(({ met }) => met);
  } finally {
    await opened.close();
    await servers.close();
  }
}

/** Puts the faults of the schedule in force and takes them away; resolves with their number. */
async function fail(
  servers: Servers,
  seed: number,
  length: number,
  time: () => number,
  speed: number,
): Promise<number> {
  const spells = spellsOf(seed, length);
  for (const { at, until, faults } of spells) {
    await delay(Math.max(0, (at - time()) / speed));
    await servers.control("faults", faults);
    await delay(Math.max(0, (until - time()) / speed));
    await servers.control("faults", {});
  }
  return spells.length;
}

async function take(cdp: CDPSession, heaps: HeapReader, at: number): Promise<Sample> {
  const heap = await heaps.read();
  const { metrics } = await cdp.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((found) => found.name === name)?.value ?? Number.NaN;
  return {
    at,
    heapPage: heap.page,
    heapWorkers: heap.workers,
    listeners: metric("JSEventListeners"),
    nodes: metric("Nodes"),
  };
}

const sampleLine = ({ at, heapPage, heapWorkers, listeners, nodes }: Sample, polls: number) =>
  `${(at / HOUR).toFixed(1).padStart(5)} h  ${polls} polls  heap ${figureText(heapPage / 1e6)} + ${figureText(heapWorkers / 1e6)} MB  ` +
  `${listeners} listeners  ${nodes} nodes`;
