/** How busy a persistent launcher is: a pure function of its seat in the table, its specification and time. */
import type { Launcher } from "./launchers.ts";
import { Random, SALT } from "./random.ts";

export interface LoadEntry {
  /** Epoch ms, a multiple of ten seconds. */
  readonly timestamp: number;
  /** Cores in use. */
  readonly cpus: number;
  /** MiB in use; disk is left out where the specification has none. */
  readonly memory: number;
  readonly disk?: number;
}

const STEP = 10_000;
const HOUR = 3_600_000;
/** One day of entries: what is older is forgotten. */
const MOST = 8640;

/** Entries after `from` (default an hour ago) up to `t`, oldest first. */
export function loadOf(
  seed: number,
  launcher: Launcher,
  index: number,
  t: number,
  from = t - HOUR,
): LoadEntry[] {
  const last = Math.floor(t / STEP);
  const first = Math.max(Math.floor(from / STEP) + 1, last - MOST + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) =>
    entryAt(seed, launcher, index, first + n),
  );
}

function entryAt(seed: number, { spec }: Launcher, index: number, step: number): LoadEntry {
  const noise = new Random(seed, index, step, SALT.load).unit();
  // Two waves of different length, so that load rises and falls over minutes and over the hour.
  const wave = 0.5 + 0.3 * Math.sin(step / 29 + index) + 0.15 * Math.sin(step / 7 + 2 * index);
  const share = Math.min(1, Math.max(0.02, wave + 0.1 * (noise - 0.5)));
  const disk = spec.diskMebibytes;
  return {
    timestamp: step * STEP,
    cpus: Math.round(spec.cpus * share * 100) / 100,
    memory: Math.round(spec.memoryMebibytes * (0.2 + 0.6 * share)),
    ...(disk === undefined ? {} : { disk: Math.round(disk * (0.3 + 0.0001 * (step % 1000))) }),
  };
}
