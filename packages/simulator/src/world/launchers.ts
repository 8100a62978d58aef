/** Where sessions run: a few persistent launchers shared by many, and temporary ones made for a single session. */
import type { LauncherSpec } from "@decthings/api-client";
import { Random, SALT } from "./random.ts";

const GIB = 1024;

const gpus = (model: string, count: number) => ({ gpus: { model, count } });

/** Specifications of temporary launchers, small ones more often than large ones. */
export const TEMPORARY_SPECS: readonly [LauncherSpec, ...LauncherSpec[]] = [
  { cpus: 0.25, memoryMebibytes: 512 },
  { cpus: 0.5, memoryMebibytes: 1536 },
  { cpus: 1, memoryMebibytes: 2 * GIB, diskMebibytes: 10 * GIB },
  { cpus: 1.5, memoryMebibytes: 3 * GIB, diskMebibytes: 8 * GIB },
  { cpus: 2, memoryMebibytes: 8 * GIB, diskMebibytes: 20 * GIB, swapMebibytes: GIB },
  { cpus: 2, memoryMebibytes: 8 * GIB, diskMebibytes: 20 * GIB },
  { cpus: 4, memoryMebibytes: 16 * GIB, diskMebibytes: 50 * GIB, swapMebibytes: 2 * GIB },
  { cpus: 4, memoryMebibytes: 16 * GIB, diskMebibytes: 50 * GIB, ...gpus("L4", 1) },
  { cpus: 8, memoryMebibytes: 32 * GIB, diskMebibytes: 100 * GIB, swapMebibytes: 4 * GIB, ...gpus("L4", 1) },
  { cpus: 8, memoryMebibytes: 30 * GIB, diskMebibytes: 64 * GIB, ...gpus("T4", 1) },
  { cpus: 12, memoryMebibytes: 48 * GIB, diskMebibytes: 200 * GIB, ...gpus("L4", 2) },
  { cpus: 12, memoryMebibytes: 85 * GIB, diskMebibytes: 1280 * GIB, ...gpus("A100", 1) },
];

const PERSISTENT: readonly { readonly name: string; readonly spec: LauncherSpec }[] = [
  {
    name: "vision-shared",
    spec: {
      cpus: 16,
      memoryMebibytes: 64 * GIB,
      diskMebibytes: 200 * GIB,
      swapMebibytes: 8 * GIB,
      ...gpus("L4", 2),
    },
  },
  {
    name: "training-large",
    spec: {
      cpus: 32,
      memoryMebibytes: 128 * GIB,
      diskMebibytes: 500 * GIB,
      swapMebibytes: 16 * GIB,
      ...gpus("L4", 4),
    },
  },
  { name: "text-team", spec: { cpus: 4, memoryMebibytes: 16 * GIB, diskMebibytes: 40 * GIB } },
  {
    name: "a100-evenings",
    spec: { cpus: 24, memoryMebibytes: 120 * GIB, diskMebibytes: 1024 * GIB, ...gpus("A100", 2) },
  },
  { name: "old-t4", spec: { cpus: 8, memoryMebibytes: 30 * GIB, swapMebibytes: 4 * GIB, ...gpus("T4", 2) } },
];

export interface Launcher {
  readonly id: string;
  readonly name: string;
  /** Epoch ms; undefined for one so old that nobody wrote it down (the field is optional on the wire). */
  readonly createdAt: number | undefined;
  readonly spec: LauncherSpec;
  readonly state: { readonly type: "active" } | { readonly type: "recreating"; readonly previous: "exit" };
}

/** 2023-11-14, before any instant a session of this world is watched at. */
const FOUNDED = 1_700_000_000_000;
const DAY = 86_400_000;

/** `count` persistent launchers of this seed (at least one); beyond five, kinds repeat under numbered names. */
export function launchersOf(seed: number, count: number): readonly [Launcher, ...Launcher[]] {
  const launcher = (index: number): Launcher => {
    const kind = PERSISTENT[index % PERSISTENT.length];
    if (kind === undefined) throw new Error("the table of launchers is empty");
    const draw = new Random(seed, index, 0, SALT.launcher);
    const round = Math.floor(index / PERSISTENT.length);
    return {
      id: draw.uuid(),
      name: round === 0 ? kind.name : `${kind.name}-${round + 1}`,
      createdAt: index % 5 === 4 ? undefined : FOUNDED + draw.between(0, 60 * DAY),
      spec: kind.spec,
      state: index % 5 === 3 ? { type: "recreating", previous: "exit" } : { type: "active" },
    };
  };
  return [launcher(0), ...Array.from({ length: Math.max(count, 1) - 1 }, (_, index) => launcher(index + 1))];
}
