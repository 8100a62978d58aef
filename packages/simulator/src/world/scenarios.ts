/** The worlds there are to choose from: each scenario is one row. */
import type { Seam } from "./boundaries.ts";
import { flap } from "./flapping.ts";
import { withLongPast } from "./long-past.ts";
import { HOSTILE_COUNT, hostileLauncher, hostileLife } from "./hostile.ts";
import type { Launcher } from "./launchers.ts";
import type { Life } from "./life.ts";
import { CALM, DILIGENT, LIVELY, PATIENT, type Temper } from "./temper.ts";

export const SCENARIOS = [
  "default",
  "empty",
  "scale",
  "diligent",
  "longpast",
  "flapping",
  "hostile",
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface Scenario {
  /** What --help says of it. */
  readonly about: string;
  readonly tempers: readonly [Temper, ...Temper[]];
  readonly seam: Seam;
  readonly models: number;
  readonly launchers: number;
  /** Places in the list, from the number of sessions asked for. */
  slots(sessions: number): number;
  /** Rewrites a planned life, once. */
  dress?(life: Life, slot: number): Life;
  dressLauncher?(launcher: Launcher, index: number): Launcher;
  /** What answer number `answer` makes of a living session; undefined leaves it out. */
  show?(life: Life, slot: number, t: number, answer: number): Life | undefined;
}

const all = (sessions: number) => sessions;
const SECOND = 1000;

const lively: Scenario = {
  about: "sessions of many ages that train, fail, lie idle and end",
  tempers: LIVELY,
  seam: [-45 * SECOND, 60 * SECOND],
  models: 6,
  launchers: 5,
  slots: all,
};

export const SCENARIO = {
  default: lively,
  empty: { ...lively, about: "no session at all", slots: () => 0 },
  scale: {
    ...lively,
    about: "thousands of sessions, one in a hundred changing within 5 s",
    tempers: CALM,
    seam: [0, 0],
    models: 24,
    launchers: 40,
  },
  diligent: {
    ...lively,
    about: "sessions of about ten trainings each, one in a hundred changing within 5 s",
    tempers: DILIGENT,
    seam: [0, 0],
    models: 24,
    launchers: 40,
  },
  longpast: {
    ...lively,
    about: "the first session has ten thousand trainings behind it",
    tempers: PATIENT,
    seam: [0, 0],
    dress: withLongPast,
  },
  flapping: {
    ...lively,
    about: "sessions that vanish, return, restart and change their id from answer to answer",
    tempers: PATIENT,
    show: flap,
  },
  hostile: {
    ...lively,
    about: "markup, scripts, control characters and worse in every string",
    tempers: PATIENT,
    seam: [0, 0],
    launchers: HOSTILE_COUNT,
    dress: hostileLife,
    dressLauncher: hostileLauncher,
  },
} as const satisfies Record<ScenarioName, Scenario>;

/** A row as the common shape, its optional members included. */
export const scenarioOf = (name: ScenarioName): Scenario => SCENARIO[name];
