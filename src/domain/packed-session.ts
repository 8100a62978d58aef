/**
 * Sessions as they cross to another thread or tab, and as they are stored: as text, in which what is said is said once. The answer a
 * session was read from is all that is known of the reading; the parameters of a model, and what was observed of trainings that went
 * the same way, stand apart, for all who have them. Text is read in a fraction of the time that copying its objects takes, and the
 * objects made of it are smaller. The law: what is unpacked equals what was packed.
 */
import type { DebugSession } from "@decthings/api-client";
import { collapseTrainings } from "./collapse.ts";
import type { KnownDelta } from "./known-delta.ts";
import type { Interval, KnownSession, KnownTraining } from "./known.ts";
import { readSession, type Training } from "./session.ts";
import { createSharing } from "./shared-parameters.ts";

/** What was observed of a training, without the training itself. */
type Observed = Omit<KnownTraining, "training">;
type Definitions = DebugSession["parameterDefinitions"];

interface PackedSession extends Pick<KnownSession, "firstSeen" | "lastSeen" | "ended"> {
  readonly absences?: KnownSession["absences"] | undefined;
  /** With the place of its parameters instead of these. */
  readonly wire: Omit<DebugSession, "parameterDefinitions"> & { readonly parameterDefinitions: number };
  /** Only where it differs from `wire`. */
  readonly answered?: unknown;
  /** The place of what was observed, for each training known. */
  readonly observed: readonly number[];
  /** The trainings known, where those are not the reading's. */
  readonly trainings?: readonly Training[] | undefined;
  readonly earlier: readonly PackedSession[];
}

/** What the text holds. */
interface Packed {
  readonly definitions: readonly Definitions[];
  /** Each as JSON: by its text one that was there before is known again. */
  readonly observed: readonly string[];
  readonly sessions: readonly PackedSession[];
}

export interface PackedDelta extends Omit<KnownDelta, "changed"> {
  /** JSON. */
  readonly changed: string;
}

const isSame = (a: Training, b: Training | undefined): boolean =>
  a === b || (b !== undefined && a.id === b.id && a.createdAt === b.createdAt && a.rawState === b.rawState);

export const packDelta = ({ changed, ...rest }: KnownDelta): PackedDelta => ({
  ...rest,
  changed: packSessions(changed),
});

/** @returns JSON */
export function packSessions(all: readonly KnownSession[]): string {
  const definitions = createTable<Definitions>();
  const observed = createTable<string>();
  const pack = (known: KnownSession): PackedSession => {
    const { session, firstSeen, lastSeen, ended, absences, trainings, earlier } = known;
    const { wire, trainings: listed } = session;
    const isListed =
      trainings.length === listed.length &&
      trainings.every(({ training }, index) => isSame(training, listed[index]));
    return {
      wire: {
        ...wire,
        parameterDefinitions: definitions.placeOf(wire.parameterDefinitions, () => wire.parameterDefinitions),
      },
      ...("answered" in session ? { answered: session.answered } : {}),
      firstSeen,
      lastSeen,
      ended,
      absences,
      // Those that went the same way have one list of states (observe-trainings.ts).
      observed: trainings.map((one) =>
        observed.placeOf(one.lastListed === undefined ? one.seen : one, () => textOf(one)),
      ),
      trainings: isListed ? undefined : trainings.map(({ training }) => training),
      earlier: earlier.map(pack),
    };
  };
  const sessions = all.map(pack);
  const packed: Packed = { definitions: definitions.all, observed: observed.all, sessions };
  return JSON.stringify(packed);
}

const textOf = ({ seen, end, lastListed }: KnownTraining) => JSON.stringify({ seen, end, lastListed });

/** Values each of which stands in one place, by what tells it from others. */
function createTable<T>() {
  const places = new Map<unknown, number>();
  const all: T[] = [];
  return {
    all,
    placeOf(by: unknown, make: () => T): number {
      const place = places.get(by) ?? all.push(make()) - 1;
      places.set(by, place);
      return place;
    },
  };
}

/** Trainings come and go while a page is open for months. */
const MOST_OBSERVED = 1_000;

/** Unpacks one delta after another. */
export function createUnpacking(): (packed: PackedDelta) => KnownDelta {
  const unpack = createReading();
  return ({ changed, ...rest }) => ({ ...rest, changed: unpack(changed) });
}

/**
 * Reads one packed text after another; sessions of a model come to hold one copy of its parameters. What it gives of a text that
 * `packSessions` did not write, if it does not throw, may be anything.
 */
export function createReading(): (packed: string) => readonly KnownSession[] {
  const share = createSharing();
  /** What was observed, by its text: many trainings went the same way. */
  const held = new Map<string, Observed>();
  return (packed) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `packSessions` wrote it; who cannot be sure of that checks what comes of it
    const { definitions, observed, sessions } = JSON.parse(packed) as Packed;
    if (held.size > MOST_OBSERVED) held.clear();
    const whole = observed.map((text) => {
      const one = held.get(text) ?? readObserved(text);
      held.set(text, one);
      return one;
    });
    const unpack = ({ wire, answered, ...known }: PackedSession): KnownSession => {
      const parameterDefinitions = at(definitions, wire.parameterDefinitions);
      // Put where its place stood: the order of an answer's fields is shown.
      const read = share(Object.assign(wire, { parameterDefinitions }));
      const session = collapseTrainings(readSession(read, answered === undefined ? read : answered));
      const trainings = known.trainings ?? session.trainings;
      return {
        session,
        firstSeen: known.firstSeen,
        lastSeen: known.lastSeen,
        trainings: trainings.map((training, index) => ({ training, ...at(whole, known.observed[index]) })),
        ended: known.ended && intervalOf(known.ended),
        ...(known.absences && { absences: known.absences }),
        earlier: known.earlier.map(unpack),
      };
    };
    return sessions.map(unpack);
  };
}

/** With the fields that text leaves out: where nothing is known, it is said. */
function readObserved(text: string): Observed {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const { seen, end, ...rest } = JSON.parse(text) as Observed;
  return {
    seen: seen.map(({ entered, ...state }) => ({ ...state, entered: intervalOf(entered) })),
    end: end && intervalOf(end),
    ...rest,
  };
}
const intervalOf = ({ after, by }: Interval): Interval => ({ after, by });

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the place is one that `packSessions` gave
const at = <T>(all: readonly T[], place = -1): T => all[place] as T;
