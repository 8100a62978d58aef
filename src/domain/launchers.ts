/**
 * Where debug sessions run and ran: each persistent launcher with what is on it now and what was seen on it before, and the temporary
 * ones together, since each of them is its one session's own.
 *
 * A launcher is known from its sessions alone: nothing is told of one without any, and its specification is that which its
 * newest session was told with.
 */
import type { TrainingCounts } from "./activity.ts";
import { countsAfter, countsOf } from "./counts-after.ts";
import { groupSessions, LABEL_RANK, type LauncherLabel } from "./group.ts";
import { keptList } from "./kept-list.ts";
import type { KnownSession } from "./known.ts";
import { onceFor } from "./once-for.ts";
import { changeBetween, type ListChange, resort } from "./resort.ts";
import { sameJson } from "./same.ts";
import type { LauncherSpec } from "./session.ts";
import { byStart } from "./session-row.ts";
import { isLive, isOver } from "./sort.ts";
import { gpuCounts, isNewer, thousandths } from "./tally.ts";

/** A specification, and since when it was seen. */
export interface SeenSpec {
  readonly spec: LauncherSpec;
  /** Receipt of the first answer with a session that was told with it, epoch ms. */
  readonly since: number;
}

/** What launchers were given, not what of it is used. */
export interface Capacity {
  readonly cpus: number;
  readonly memoryMebibytes: number;
  readonly diskMebibytes: number;
  readonly swapMebibytes: number;
  /** By model, the most first. */
  readonly gpus: readonly { readonly model: string; readonly count: number }[];
}

export interface Launcher {
  /** Unique among the launchers; the same from poll to poll. */
  readonly key: string;
  /** `persistent` is one launcher; the others stand for all locations of their kind. */
  readonly label: LauncherLabel;
  /** Of a persistent launcher: those seen, the newest first. More than one: it was changed. */
  readonly specs: readonly SeenSpec[];
  /** Still reported, the newest start first. */
  readonly now: readonly KnownSession[];
  /** No longer reported, earlier lives too; the newest end first. */
  readonly before: readonly KnownSession[];
  /**
   * The same, now and before, each life without those before it: for what counts over time (`runningOfGroups`,
   * `launcherHeld`), since an id may have been on another launcher in another life.
   */
  readonly lives: readonly KnownSession[];
  /** Receipt of the first answer with a session on it, epoch ms. */
  readonly firstSeen: number;
  /** Of the sessions on it now. */
  readonly trainings: TrainingCounts;
  /** Held by the sessions on it now: a persistent launcher's once, of temporary ones the sum. */
  readonly held: Capacity;
}

/** What each launcher was made of, in the order in which it came. */
const madeOf = new WeakMap<Launcher, readonly KnownSession[]>();

/**
 * The launchers of these sessions: persistent ones, those in use first and of these the largest, then the temporary ones, then
 * what has no known location. The order of the sessions makes no difference. A launcher that did not change is the same object as
 * before, and so is the list.
 * @param previous makes no difference but to that, and to the time it takes: the launchers before
 */
export function launchersOf(
  sessions: Iterable<KnownSession>,
  previous: readonly Launcher[] = [],
): readonly Launcher[] {
  const before = new Map(previous.map((launcher) => [launcher.key, launcher]));
  const list = groupSessions(livesIn(sessions), "launcher").map(({ key, label, sessions: there }) => {
    const former = before.get(key);
    const made = former && (madeOf.get(former) ?? [...former.now, ...former.before]);
    const launcher = made
      ? launcherAfter(former, changeBetween(made, there, isSameLife))
      : launcherOf(key, label, there);
    madeOf.set(launcher, there);
    return launcher;
  });
  return keptList(previous, list.sort(byUse));
}

/** The launchers after a change of the sessions, at the price of the change: those of all that are left, as `launchersOf` has them. */
export function launchersAfter(
  previous: readonly Launcher[],
  { gone, come }: ListChange<KnownSession>,
): readonly Launcher[] {
  const [left, came] = [livesIn(gone), livesIn(come)];
  // A session that changed comes with the lives that it had before.
  const present = new Set(came);
  const staying = new Set(left.filter((life) => present.has(life)));
  const groupsOf = (lives: readonly KnownSession[]) =>
    new Map(
      groupSessions(
        lives.filter((life) => !staying.has(life)),
        "launcher",
      ).map((group) => [group.key, group]),
    );
  const [leaving, joining] = [groupsOf(left), groupsOf(came)];
  const list = new Map(previous.map((launcher) => [launcher.key, launcher]));
  for (const key of leaving.keys()) if (!joining.has(key)) change(key);
  for (const key of joining.keys()) change(key);
  return keptList(previous, [...list.values()].sort(byUse));

  function change(key: string): void {
    const former = list.get(key);
    const there = joining.get(key);
    const after = former
      ? launcherAfter(former, { gone: leaving.get(key)?.sessions ?? [], come: there?.sessions ?? [] })
      : there && launcherOf(key, there.label, there.sessions);
    if (after && after.lives.length > 0) list.set(key, after);
    else list.delete(key);
  }
}

/** All lives of these sessions. */
function livesIn(sessions: Iterable<KnownSession>): readonly KnownSession[] {
  const all: KnownSession[] = [];
  for (const known of sessions) {
    all.push(known);
    for (const life of known.earlier) all.push(life);
  }
  return all;
}

/** Persistent ones, the temporary ones, and what is neither; of each those in use first. */
export const byBlock = (a: Launcher, b: Launcher): number =>
  LABEL_RANK[a.label.kind] - LABEL_RANK[b.label.kind] ||
  Number(a.now.length === 0) - Number(b.now.length === 0);

const byUse = (a: Launcher, b: Launcher): number =>
  byBlock(a, b) || (b.specs[0]?.spec.cpus ?? 0) - (a.specs[0]?.spec.cpus ?? 0) || (a.key < b.key ? -1 : 1);

function launcherOf(key: string, label: LauncherLabel, lives: readonly KnownSession[]): Launcher {
  const now = lives.filter(isLive).toSorted(byStart);
  return launcherWith(key, label, now, lives.filter(isOver).toSorted(byEnd));
}

/** The launcher after a change of what it was made of; itself where the same lives make it, in whatever order they came. */
function launcherAfter(launcher: Launcher, { gone, come }: ListChange<KnownSession>): Launcher {
  const { key, label } = launcher;
  const after = (list: readonly KnownSession[], is: typeof isLive, order: typeof byStart) =>
    keptList(list, resort(list, { gone: gone.filter(is), come: come.filter(is) }, order));
  const now = after(launcher.now, isLive, byStart);
  const before = after(launcher.before, isOver, byEnd);
  // Everything else of it follows from these.
  if (now === launcher.now && before === launcher.before) return launcher;
  // Most answers change trainings alone: what is held, and since when, is then as it was.
  return isSamePlace(gone, come)
    ? {
        ...launcher,
        now,
        before,
        lives: livesOf(now, before),
        trainings: countsAfter(launcher.trainings, { gone, come }),
      }
    : launcherWith(key, label, now, before);
}

/** Whether the same lives, reported or not as before, tell the same of where they run. */
function isSamePlace(gone: readonly KnownSession[], come: readonly KnownSession[]): boolean {
  return (
    gone.length === come.length &&
    gone.every((old, index) => {
      const known = come[index];
      return (
        known !== undefined &&
        isSameLife(old, known) &&
        isLive(old) === isLive(known) &&
        old.firstSeen === known.firstSeen &&
        sameJson(old.session.location, known.session.location)
      );
    })
  );
}

const isSameLife = ({ session: a }: KnownSession, { session: b }: KnownSession): boolean =>
  a.id === b.id && a.startedAt === b.startedAt;

function launcherWith(
  key: string,
  label: LauncherLabel,
  now: readonly KnownSession[],
  before: readonly KnownSession[],
): Launcher {
  const lives = livesOf(now, before);
  return {
    key,
    label,
    specs: label.kind === "persistent" ? specsOf(lives) : [],
    now,
    before,
    lives,
    firstSeen: lives.reduce((first, { firstSeen }) => Math.min(first, firstSeen), Infinity),
    trainings: countsOf(now),
    held: capacityOf(label.kind === "persistent" ? onceOf(now) : ownSpecs(now)),
  };
}

const livesOf = (now: readonly KnownSession[], before: readonly KnownSession[]): readonly KnownSession[] =>
  [...now, ...before].map(alone);

/** One life without those before it; the same object for the same life. */
const alone = (known: KnownSession): KnownSession =>
  known.earlier.length === 0 ? known : withoutEarlier(known);

const withoutEarlier = onceFor((known: KnownSession): KnownSession => ({ ...known, earlier: [] }));

const byEnd = (a: KnownSession, b: KnownSession): number =>
  (b.ended?.by ?? 0) - (a.ended?.by ?? 0) || byStart(a, b);

/** The specifications of a launcher as its sessions tell them, each once, that of the newest session first. */
function specsOf(lives: readonly KnownSession[]): readonly SeenSpec[] {
  const found: { spec: LauncherSpec; newest: KnownSession; since: number }[] = [];
  for (const known of lives) {
    const { location } = known.session;
    if (location.kind !== "persistent") continue;
    const same = found.find(({ spec }) => spec === location.spec || sameJson(spec, location.spec));
    if (same === undefined) {
      found.push({ spec: location.spec, newest: known, since: known.firstSeen });
    } else {
      same.since = Math.min(same.since, known.firstSeen);
      if (isNewer(known.session, same.newest.session)) same.newest = known;
    }
  }
  return found
    .sort((a, b) => byStart(a.newest, b.newest))
    .map(({ newest: { session }, spec, since }) => ({
      // Equal ones may be written differently: the newest session's word.
      spec: session.location.kind === "persistent" ? session.location.spec : spec,
      since,
    }));
}

/** A persistent launcher is held once, as the newest session on it tells it. */
function onceOf(now: readonly KnownSession[]): readonly LauncherSpec[] {
  const location = now[0]?.session.location;
  return location?.kind === "persistent" ? [location.spec] : [];
}

function ownSpecs(now: readonly KnownSession[]): readonly LauncherSpec[] {
  const specs: LauncherSpec[] = [];
  for (const { session } of now) if (session.location.kind === "temporary") specs.push(session.location.spec);
  return specs;
}

/** Sums specifications up in whole thousandths, as the summary does; a size that makes no sense adds nothing. */
export function capacityOf(specs: readonly LauncherSpec[]): Capacity {
  const gpus = new Map<string, number>();
  let [cpus, memory, disk, swap] = [0, 0, 0, 0];
  for (const spec of specs) {
    cpus += thousandths(spec.cpus);
    memory += thousandths(spec.memoryMebibytes);
    disk += thousandths(spec.diskMebibytes ?? 0);
    swap += thousandths(spec.swapMebibytes ?? 0);
    const count = thousandths(spec.gpus?.count ?? 0);
    if (spec.gpus && count > 0) gpus.set(spec.gpus.model, (gpus.get(spec.gpus.model) ?? 0) + count);
  }
  return {
    cpus: cpus / 1000,
    memoryMebibytes: memory / 1000,
    diskMebibytes: disk / 1000,
    swapMebibytes: swap / 1000,
    gpus: gpuCounts(gpus),
  };
}

/** What the heading of all launchers says. */
export interface LaunchersInUse {
  /** Launchers with a session on them now; each temporary session has its own. */
  readonly persistent: number;
  readonly temporary: number;
  readonly cpus: { readonly persistent: number; readonly temporary: number };
}

export function launchersInUse(launchers: readonly Launcher[]): LaunchersInUse {
  const persistent = launchers.filter(({ label, now }) => label.kind === "persistent" && now.length > 0);
  const temporary = launchers.find(({ label }) => label.kind === "temporary");
  const cpus = persistent.reduce((sum, { held }) => sum + Math.round(held.cpus * 1000), 0) / 1000;
  return {
    persistent: persistent.length,
    temporary: temporary?.now.length ?? 0,
    cpus: { persistent: cpus, temporary: temporary?.held.cpus ?? 0 },
  };
}
