/** All that is drawn over time, by the dashboard alone: many sessions in lanes, one with very many trainings, and strips of a list. */
import { buildOwn } from "../build.ts";
import type { TimelinesFlags } from "../flags.ts";
import { median } from "../report/statistics.ts";
import { columns, figureText } from "../report/table.ts";
import { type Servers, startServers } from "../servers/start.ts";
import type { ServersOptions } from "../servers/messages.ts";
import { TARGETS } from "../targets.ts";
import {
  TIMELINE_BARS,
  TIMELINE_FIGURES,
  type TimelineFigure,
  type TimelineFigures,
  timelineVerdicts,
} from "./bars.ts";
import { measureLanes, measureLaunchers } from "./lanes.ts";
import { measureLongPast } from "./long-past.ts";
import { measureStrips } from "./strips.ts";

type Say = (line: string) => void;

/** Others stand round the one. */
const FEW = 25;

/** @returns whether every bar is met */
export async function timelines({ sessions, runs, polls }: TimelinesFlags, say: Say): Promise<boolean> {
  await buildOwn(say);
  const found: TimelineFigures[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`run ${run} of ${runs}: ${sessions} sessions of ten trainings`);
    const many = { scenario: "diligent", sessions, seed: 1 } as const;
    found.push(await within(many, (servers) => measureLanes(servers, polls)));
    found.push(await within(many, (servers) => measureLaunchers(servers, polls)));
    found.push(await within(many, measureStrips));
    say(`run ${run} of ${runs}: one session of 10,000 trainings`);
    found.push(await within({ scenario: "longpast", sessions: FEW, seed: 1 }, measureLongPast));
  }
  const verdicts = timelineVerdicts(medians(found));
  for (const line of ["", ...figureLines(medians(found)), ""]) say(line);
  return verdicts.every(({ met }) => met);
}

async function within<Found>(
  world: ServersOptions["world"],
  measure: (servers: Servers) => Promise<Found>,
): Promise<Found> {
  const servers = await startServers({ world, pages: [TARGETS.ours] });
  try {
    // The world is thought out anew at its first answer: that is no page's load.
    await servers.warmUp();
    return await measure(servers);
  } finally {
    await servers.close();
  }
}

/** Of each figure over the runs that have it. */
function medians(runs: readonly TimelineFigures[]): TimelineFigures {
  return Object.fromEntries(
    TIMELINE_FIGURES.map((figure) => [figure, median(runs.flatMap((run) => run[figure] ?? []))]),
  );
}

const titleOf = (figure: TimelineFigure): string => {
  const { title, unit } = TIMELINE_BARS[figure];
  return unit === "" ? title : `${title}, ${unit}`;
};

/** One line for each figure, with its bar where it has one. */
function figureLines(figures: TimelineFigures): readonly string[] {
  const verdicts = new Map(timelineVerdicts(figures).map((verdict) => [verdict.figure, verdict]));
  return columns(
    TIMELINE_FIGURES.map((figure) => {
      const verdict = verdicts.get(figure);
      const met = verdict === undefined ? "" : verdict.met ? "met" : "NOT MET";
      return [
        `${met.padEnd(7)}  ${titleOf(figure)}`,
        figureText(figures[figure]),
        verdict === undefined ? "" : `of ${figureText(verdict.limit)}`,
      ];
    }),
  );
}
