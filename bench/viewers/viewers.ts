/** One gateway and two hundred who watch through it: what the API, each of them and the server's memory notice of the others. */
import { availableParallelism, loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import type { ViewersFlags } from "../flags.ts";
import { nextPoll } from "../../src/api/poll-policy.ts";
import { columns, figureText, ratioText } from "../report/table.ts";
import { median } from "../report/statistics.ts";
import { beyondUpstream, percentile, perMinute, quarters, mayHaveWaited } from "./figures.ts";
import { type Memory, now } from "./messages.ts";
import { type Api, type Gateway, startApi, startGateway } from "./processes.ts";
import { type Answered, openViewer } from "./viewer.ts";

const INTERVAL_MS = 5_000;
const SAMPLES = 40;
/** Pages that open want a newer answer than those that have one: what is measured begins when all of them have. */
const SETTLING_MS = 2 * INTERVAL_MS;
/** An answer that was asked for so long ago is asked for again. */
const KEPT_MS = 5_000;

const LATENESS_STEP_MS = 5;

type Say = (line: string) => void;

/** One viewer until a time, begun at a random part of the interval. */
async function watch(url: string, until: number, heard: (answer: Answered) => void): Promise<void> {
  const viewer = openViewer(url);
  await delay(INTERVAL_MS * Math.random());
  while (now() < until) {
    const answer = await viewer.ask();
    heard(answer);
    const wait = nextPoll({
      problem: undefined,
      failures: 0,
      latencyMs: answer.gotAt - answer.askedAt,
      intervalMs: INTERVAL_MS,
      retryAfterMs: undefined,
      roll: Math.random(),
    });
    await delay(wait);
  }
  viewer.close();
}

interface Spell {
  readonly answers: readonly Answered[];
  readonly calls: Api["calls"];
  readonly memory: readonly Memory[];
  readonly ms: number;
  /** By how much this process, which is all the viewers, was late for what it had to do: 99th percentile, ms. */
  readonly lateMs: number;
}

/** So many viewers for so long. */
async function spell(api: Api, gateway: Gateway, viewers: number, ms: number): Promise<Spell> {
  const opened = now();
  const from = opened + SETTLING_MS;
  const answers: Answered[] = [];
  const memory: Memory[] = [];
  const lateness = monitorEventLoopDelay({ resolution: LATENESS_STEP_MS });
  const sampling = async () => {
    await delay(Math.max(0, from - now()));
    lateness.enable();
    for (let sample = 1; sample <= SAMPLES; sample += 1) {
      await delay(Math.max(0, from + (ms * sample) / SAMPLES - now()));
      memory.push(await gateway.memory());
    }
  };
  const watching = Array.from({ length: viewers }, () =>
    watch(gateway.url, from + ms, (answer) => void answers.push(answer)),
  );
  await Promise.all([...watching, sampling()]);
  lateness.disable();
  return {
    answers: answers.filter(({ askedAt }) => askedAt >= from),
    calls: api.calls.filter(({ startedAt }) => startedAt >= from),
    memory,
    ms: now() - from,
    // What is measured is the time from one step to the next.
    lateMs: Math.max(0, lateness.percentile(99) / 1e6 - LATENESS_STEP_MS),
  };
}

/** What is made of the first answers is not what a server that runs for long makes of one. */
async function warmUp({ url }: Gateway): Promise<void> {
  const viewer = openViewer(url);
  for (let answer = 0; answer < 5; answer += 1) {
    await viewer.ask();
    await delay(KEPT_MS);
  }
  viewer.close();
}

/** @returns whether the bars were met */
export async function viewers({ count, minutes, sessions }: ViewersFlags, say: Say): Promise<boolean> {
  const api = await startApi(sessions);
  const gateway = await startGateway(api.url);
  try {
    const ms = minutes * 60_000;
    say(`${sessions} sessions; one viewer, then ${count}, each every ${INTERVAL_MS / 1_000} s`);
    await warmUp(gateway);
    const alone = await spell(api, gateway, 1, Math.max(30_000, ms / 4));
    const all = await spell(api, gateway, count, ms);
    return report(alone, all, say);
  } finally {
    await gateway.close();
    await api.close();
  }
}

const MB = 1e6;
const MOST_BEYOND_MS = 50;
/** Growth allowed. */
const ALLOWED = 1.1;
/** How much oftener the API may be called than for one: its viewer waits a whole interval after each answer, many take turns. */
const ALLOWED_CALLS = 1.4;

const beyond = ({ answers, calls }: Spell) => answers.map((answer) => beyondUpstream(answer, calls));
const rate = ({ calls, ms }: Spell) => perMinute(calls.length, ms);

/** Between the first sample and the last. */
function busyMs({ memory, ms }: Spell): number {
  const [first, last] = [memory[0]?.cpuMs ?? 0, memory.at(-1)?.cpuMs ?? 0];
  return perMinute(last - first, ms * (1 - 1 / SAMPLES));
}

const ROWS: readonly (readonly [title: string, figure: (spell: Spell) => number])[] = [
  ["answers a minute", ({ answers, ms }) => perMinute(answers.length, ms)],
  ["MB of an answer on the wire, median", ({ answers }) => median(answers.map(({ bytes }) => bytes / MB))],
  ["calls to the API a minute", rate],
  [
    "one of them, ms, median",
    ({ calls }) => median(calls.map(({ startedAt, endedAt }) => endedAt - startedAt)),
  ],
  ["the gateway's processor, ms a minute", busyMs],
  [
    "answers that may have waited for one, a minute",
    ({ answers, calls, ms }) =>
      perMinute(answers.filter((answer) => mayHaveWaited(answer, calls)).length, ms),
  ],
  ["an answer beyond the call, ms, median", (spell) => percentile(beyond(spell), 0.5)],
  ["  99th percentile", (spell) => percentile(beyond(spell), 0.99)],
  ["  longest", (spell) => percentile(beyond(spell), 1)],
  ["the viewers themselves late, ms, 99th percentile", ({ lateMs }) => lateMs],
];

function report(alone: Spell, all: Spell, say: Say): boolean {
  const table = ROWS.map(([title, figure]) => {
    const [one, many] = [figure(alone), figure(all)];
    return [title, figureText(one), figureText(many), ratioText(many, one)];
  });
  for (const line of columns([["", "one viewer", "all", "of one"], ...table])) say(line);
  const [rssBefore, rssAfter] = quarters(all.memory, ({ rss }) => rss / MB);
  const [heapBefore, heapAfter] = quarters(all.memory, ({ heap }) => heap / MB);
  const p99 = percentile(beyond(all), 0.99);
  const failed = all.answers.filter(({ status }) => status !== 200 && status !== 304).length;
  const bars: (readonly [met: boolean, words: string])[] = [
    [
      rate(all) <= rate(alone) * ALLOWED_CALLS,
      `calls to the API at most ${ALLOWED_CALLS} x those of one viewer`,
    ],
    [p99 < MOST_BEYOND_MS, `99th percentile under ${MOST_BEYOND_MS} ms beyond the call`],
    [
      rssAfter <= rssBefore * ALLOWED,
      `RSS ${figureText(rssBefore)} MB in the first quarter, ${figureText(rssAfter)} in the last`,
    ],
    [
      heapAfter <= heapBefore * ALLOWED,
      `heap and buffers ${figureText(heapBefore)} MB, ${figureText(heapAfter)}`,
    ],
    [failed === 0, `${failed} answers failed`],
  ];
  for (const [met, words] of bars) say(`${met ? "met    " : "NOT MET"}  ${words}`);
  // Whoever else works on the machine makes everybody wait.
  say(`load of the machine: ${figureText(loadavg()[0])} on ${availableParallelism()} processors`);
  return bars.every(([met]) => met);
}
