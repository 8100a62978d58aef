/** Every page at every size, in turns, so that what else the machine does is shared by all. */
import { buildAll } from "./build.ts";
import type { CompareFlags } from "./flags.ts";
import { type Compared, verdicts } from "./report/bars.ts";
import { busyWarning } from "./report/busy.ts";
import { type Figures, medianFigures } from "./report/figures.ts";
import { figureTable, verdictTable } from "./report/table.ts";
import { startServers } from "./servers/start.ts";
import { heapAfterPolls } from "./stages/heap-later.ts";
import { run } from "./stages/run.ts";
import { TARGET_NAMES, type TargetName, TARGETS } from "./targets.ts";

type Say = (line: string) => void;

/** @returns whether every bar is met */
export async function compare(flags: CompareFlags, say: Say): Promise<boolean> {
  await buildAll(say);
  let allMet = true;
  for (const sessions of flags.sizes) {
    const compared = await compareAt(sessions, flags, say);
    const found = verdicts(sessions, compared);
    allMet &&= found.every(({ met }) => met);
    const busy = busyWarning(compared);
    if (busy !== undefined) say(busy);
    for (const line of ["", ...figureTable(sessions, compared), "", ...verdictTable(found), ""]) say(line);
  }
  return allMet;
}

async function compareAt(sessions: number, flags: CompareFlags, say: Say): Promise<Compared> {
  const { runs, polls, sizes, heapPolls } = flags;
  const servers = await startServers({
    world: { scenario: "scale", sessions, seed: 1 },
    pages: Object.values(TARGETS),
  });
  try {
    const figures: Record<TargetName, Figures[]> = { n: [], c: [], ours: [] };
    for (let turn = 1; turn <= runs; turn += 1) {
      for (const name of TARGET_NAMES) {
        say(`${sessions} sessions, run ${turn} of ${runs}: ${TARGETS[name].title}`);
        // The world is thought out anew at its first answer: that is nobody's load.
        await servers.warmUp();
        figures[name].push(await run({ target: TARGETS[name], servers, sessions, polls }));
      }
    }
    if (heapPolls > 0 && sessions === Math.max(...sizes)) {
      for (const name of TARGET_NAMES) {
        say(`${sessions} sessions, heap after ${heapPolls} polls: ${TARGETS[name].title}`);
        figures[name].push({ heapLater: await heapAfterPolls(TARGETS[name], sessions, heapPolls) });
      }
    }
    return {
      n: medianFigures(figures.n),
      c: medianFigures(figures.c),
      ours: medianFigures(figures.ours),
    };
  } finally {
    await servers.close();
  }
}
