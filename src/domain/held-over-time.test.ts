import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type HeldInput,
  heldGrid,
  heldInParts,
  heldOverTime,
  withPast,
  withPresent,
} from "./held-over-time.ts";
import { NO_FILTER } from "./filter.ts";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession, Watched } from "./known.ts";
import type { LauncherSpec, Location } from "./session.ts";
import { summarise } from "./summary-fixture.ts";
import { wholeStretches } from "./whole-stretches.ts";

const STEP = 1000;
/** 121 instants, 0 to 120 s. */
const GRID = { from: 0, stepMs: STEP, steps: 120 };
const AT_END = 120 * STEP;

const spec = (cpus: number, gpus = 0): LauncherSpec => ({
  cpus,
  memoryMebibytes: cpus * 1024,
  ...(gpus === 0 ? {} : { gpus: { model: "L4", count: gpus } }),
});
const on = (launcherId: string, cpus: number): Location => ({
  kind: "persistent",
  launcherId,
  spec: spec(cpus),
});
const own = (cpus: number, gpus = 0): Location => ({ kind: "temporary", spec: spec(cpus, gpus) });

interface Facts extends KnownFacts {
  readonly location: Location;
}

function sessionOf({ location, ...facts }: Facts): KnownSession {
  const known = knownSession(facts);
  return { ...known, session: { ...known.session, location } };
}

const mapOf = (sessions: readonly KnownSession[]) =>
  new Map(sessions.map((known) => [known.session.id, known]));

const input = (
  sessions: readonly KnownSession[],
  watched: readonly Watched[] = [{ from: 0, to: AT_END }],
  facts: Partial<HeldInput> = {},
): HeldInput => ({ sessions: mapOf(sessions), watched, filter: NO_FILTER, grid: GRID, ...facts });

/** vCPUs of each stretch as `first step: value x times, ...`. */
function told({ stretches }: ReturnType<typeof heldOverTime>): readonly string[] {
  return stretches.map((stretch) => {
    const parts = stretch.map(({ step, vcpus }) => ({ step, vcpus }));
    return parts
      .filter(({ vcpus }, i) => i === 0 || parts[i - 1]?.vcpus !== vcpus)
      .map(({ step, vcpus }) => `${step}: ${vcpus}`)
      .join(", ")
      .concat(` .. ${stretch.at(-1)?.step}`);
  });
}

describe("capacity held over time", () => {
  it("is not told before any answer", () => {
    expect(heldOverTime(input([], []))).toEqual({ steps: 120, stretches: [], newest: undefined });
  });

  it("is held from a session's start until the answer that first missed it", () => {
    const session = sessionOf({
      startedAt: 10_000,
      ended: { after: 48_000, by: 50_000 },
      location: own(4, 2),
    });
    const held = heldOverTime(input([session]));
    expect(told(held)).toEqual(["0: 0, 10: 4, 50: 0 .. 120"]);
    expect(held.stretches[0]?.[20]).toEqual({ step: 20, vcpus: 4, memoryMebibytes: 4096, gpus: 2 });
  });

  it("is not told before the first answer, though the session had begun", () => {
    const session = sessionOf({ startedAt: 1000, location: own(4) });
    expect(told(heldOverTime(input([session], [{ from: 30_000, to: AT_END }])))).toEqual(["30: 4 .. 120"]);
  });

  it("breaks where nobody watched", () => {
    const first = sessionOf({ id: "a", startedAt: 0, location: own(4) });
    const second = sessionOf({ id: "b", startedAt: 50_000, location: own(1) });
    const watched = [
      { from: 5500, to: 40_200 },
      { from: 60_000, to: AT_END },
    ];
    expect(told(heldOverTime(input([first, second], watched)))).toEqual(["6: 4 .. 40", "60: 5 .. 120"]);
  });

  it("ends at the newest answer", () => {
    const held = heldOverTime(
      input([sessionOf({ location: own(4), startedAt: 0 })], [{ from: 0, to: 99_500 }]),
    );
    expect(told(held)).toEqual(["0: 4 .. 100"]);
    expect(held.newest?.step).toBe(100);
  });

  it("counts a persistent launcher once, as the newest session on it at the time tells it", () => {
    const older = sessionOf({ id: "a", startedAt: 0, location: on("x", 8) });
    const newer = sessionOf({
      id: "b",
      startedAt: 20_000,
      location: on("x", 2),
      ended: { after: 39_000, by: 40_000 },
    });
    const other = sessionOf({ id: "c", startedAt: 30_000, location: on("y", 1) });
    expect(told(heldOverTime(input([older, newer, other])))).toEqual(["0: 8, 20: 2, 30: 3, 40: 9 .. 120"]);
  });

  it("holds what an earlier life of a session held", () => {
    const former = sessionOf({
      id: "a",
      startedAt: 0,
      location: own(3),
      ended: { after: 9000, by: 10_000 },
    });
    const present = { ...sessionOf({ id: "a", startedAt: 20_000, location: own(5) }), earlier: [former] };
    expect(told(heldOverTime(input([present])))).toEqual(["0: 3, 10: 0, 20: 5 .. 120"]);
  });

  it("is that of the sessions that pass the filters; hiding the ended does not undo what they held", () => {
    const live = sessionOf({ id: "a", modelId: "m", startedAt: 0, location: own(1) });
    const ended = sessionOf({
      id: "b",
      modelId: "m",
      startedAt: 0,
      location: own(2),
      ended: { after: 1, by: 30_000 },
    });
    const other = sessionOf({ id: "c", modelId: "n", startedAt: 0, location: own(4) });
    const held = (filter: Partial<HeldInput["filter"]>) =>
      told(heldOverTime(input([live, ended, other], undefined, { filter: { ...NO_FILTER, ...filter } })));
    expect(held({ model: ["m"] })).toEqual(["0: 3, 30: 1 .. 120"]);
    expect(held({ model: ["m"], ended: "hide" })).toEqual(["0: 3, 30: 1 .. 120"]);
    expect(held({ ended: "only" })).toEqual(["0: 2, 30: 0 .. 120"]);
  });

  it("is not spoilt by clocks that disagree, or by sizes that make no sense", () => {
    const ahead = {
      ...sessionOf({ id: "a", startedAt: AT_END + 9000, location: own(2) }),
      firstSeen: AT_END + 100,
    };
    const broken = sessionOf({ id: "b", startedAt: 0, location: own(NaN) });
    expect(heldOverTime(input([ahead, broken])).newest).toMatchObject({ vcpus: 2 });
  });

  it("has no present in a time that is over", () => {
    const session = sessionOf({ startedAt: 0, location: own(4) });
    const held = heldOverTime(input([session], [{ from: 0, to: AT_END + 50_000 }]));
    expect(held.newest).toBeUndefined();
    expect(told(held)).toEqual(["0: 4 .. 120"]);
  });
});

describe("the instants of a view", () => {
  const HOUR = 3_600_000;

  it("stand still while a step lasts, and hold now", () => {
    const grid = heldGrid(3 * HOUR, 100 * HOUR + 5000);
    expect(grid).toEqual({ from: 97 * HOUR + 90_000, stepMs: 90_000, steps: 120 });
    expect(heldGrid(3 * HOUR, 100 * HOUR + 89_999)).toEqual(grid);
    expect(heldGrid(3 * HOUR, 100 * HOUR + 90_000)).toEqual({ ...grid, from: grid.from + 90_000 });
  });

  it("are no closer than a picture is worth making again", () => {
    expect(heldGrid(HOUR / 4, 100 * HOUR)).toEqual({
      from: 99.75 * HOUR + 30_000,
      stepMs: 30_000,
      steps: 30,
    });
  });

  it("are those of the link where it names both ends", () => {
    expect(heldGrid({ from: 1000, to: 121_000 }, 5)).toEqual({ from: 1000, stepMs: 1000, steps: 120 });
  });
});

describe("whatever was watched", () => {
  const instant = fc.integer({ min: -40, max: 120 }).map((s) => s * 500);
  const specs = fc.record({
    cpus: fc.integer({ min: 1, max: 8 }).map((n) => n / 4),
    memoryMebibytes: fc.integer({ min: 1, max: 4096 }),
    gpus: fc.record({ model: fc.constantFrom("L4", "T4"), count: fc.integer({ min: 0, max: 3 }) }),
  });
  const location = fc.oneof(
    fc.record({
      kind: fc.constant("persistent" as const),
      launcherId: fc.constantFrom("a", "b"),
      spec: specs,
    }),
    fc.record({ kind: fc.constant("temporary" as const), spec: specs }),
  );
  const life = fc.record({
    startedAt: instant,
    length: fc.option(fc.integer({ min: 1, max: 60 })),
    location,
  });
  /** Answers from some instant to the newest, and every end before that. */
  const world = fc
    .tuple(fc.array(life, { maxLength: 10 }), fc.integer({ min: 0, max: 239 }))
    .map(([lives, half]) => {
      const latest = half * 500;
      const sessions = lives
        .filter(({ startedAt }) => startedAt <= latest)
        .map(({ startedAt, length, location: where }, i) => {
          const by = startedAt + (length ?? 0) * 500;
          return sessionOf({
            id: `s${i}`,
            startedAt,
            location: where,
            ...(length === null || by > latest ? {} : { ended: { after: startedAt, by } }),
          });
        });
      return { sessions, latest };
    });

  it("each instant is what the summary says of the sessions held then, the newest what it says now", () => {
    fc.assert(
      fc.property(world, ({ sessions, latest }) => {
        const { stretches, newest } = heldOverTime(input(sessions, [{ from: 0, to: latest }]));
        const held = stretches.flat();
        expect(held.at(-1)).toBe(newest);
        for (const one of held) {
          const at = Math.min(one.step * STEP, latest);
          const there = sessions
            .filter(({ session, ended }) => session.startedAt <= at && (ended === undefined || ended.by > at))
            .map((known) => ({ ...known, ended: undefined }));
          const { vcpus, memoryMebibytes, gpus } = summarise(there);
          const sum = gpus.reduce((all, { count }) => all + count, 0);
          expect(one).toEqual({ step: one.step, vcpus, memoryMebibytes, gpus: sum });
        }
        expect(newest).toMatchObject({ vcpus: summarise(sessions).vcpus });
      }),
    );
  });

  it("a picture of before tells what is known no more: with it, nothing is missing from where that ended", () => {
    const steps = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        world,
        steps,
        fc.integer({ min: 0, max: 240 }),
        fc.integer({ min: 0, max: 20 }),
        (all, at, half, by) => {
          const latest = Math.max(at * STEP, all.latest);
          const whole = heldOverTime(input(all.sessions, [{ from: 0, to: latest }]));
          // What was known some time ago, on a grid of that time: who ended since still ran, who began since was not there.
          const then = all.sessions
            .filter(({ session }) => session.startedAt <= at * STEP)
            .map((known) => ((known.ended?.by ?? 0) > at * STEP ? { ...known, ended: undefined } : known));
          const pastGrid = { ...GRID, from: -by * STEP };
          const past = heldOverTime(input(then, [{ from: 0, to: at * STEP }], { grid: pastGrid }));
          // What is known now of those that ended, and when all of them are known.
          const wholeFrom = Math.min(half * 500, at * STEP, latest);
          const left = all.sessions.filter(({ ended }) => ended === undefined || ended.by > wholeFrom);
          const known = { watched: [{ from: 0, to: latest }], wholeFrom };
          const less = heldOverTime(input(left, wholeStretches(known)));
          expect(withPast({ held: less, grid: GRID }, { held: past, grid: pastGrid })).toEqual(whole);
        },
      ),
    );
  });

  it("a picture of before with other steps, or of instants that are there, tells nothing", () => {
    const session = sessionOf({ startedAt: 0, location: own(4) });
    const held = heldOverTime(input([session]));
    const now = { held, grid: GRID };
    expect(withPast(now, { held, grid: { ...GRID, stepMs: 500 } })).toBe(held);
    expect(withPast(now, { held, grid: { ...GRID, from: 500 } })).toBe(held);
    expect(withPast(now, now)).toEqual(held);
    const later = heldOverTime(input([session], [{ from: 50_000, to: AT_END }]));
    const early = heldOverTime(input([session], [{ from: 0, to: 10_500 }]));
    expect(told(withPast({ held: later, grid: GRID }, { held: early, grid: GRID }))).toEqual([
      "0: 4 .. 10",
      "50: 4 .. 120",
    ]);
  });

  it("the order of the sessions makes no difference, and nothing is held less than nothing", () => {
    const shuffled = world.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.sessions], { minLength: one.sessions.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ sessions, latest }, others]) => {
        const watched = [{ from: 0, to: latest }];
        const held = heldOverTime(input(sessions, watched));
        expect(heldOverTime(input(others, watched))).toEqual(held);
        for (const one of held.stretches.flat())
          expect(Math.min(one.vcpus, one.memoryMebibytes, one.gpus)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("only watched instants are told, each once and in order", () => {
    const stretches = fc
      .uniqueArray(fc.integer({ min: -20, max: 260 }), { maxLength: 8 })
      .map((bounds) => bounds.toSorted((a, b) => a - b).map((half) => half * 500))
      .map((bounds) =>
        Array.from({ length: bounds.length >> 1 }, (_, i) => ({
          from: bounds[2 * i] ?? 0,
          to: bounds[2 * i + 1] ?? 0,
        })),
      );
    fc.assert(
      fc.property(stretches, (watched) => {
        const latest = watched.at(-1)?.to ?? 0;
        const steps = heldOverTime(input([], watched)).stretches.flatMap((stretch) =>
          stretch.map(({ step }) => step),
        );
        expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
        for (const step of steps) {
          const at = Math.min(step * STEP, latest);
          expect(watched.some(({ from, to }) => from <= at && at <= to)).toBe(true);
        }
      }),
    );
  });
});

describe("ten thousand sessions", () => {
  it("are looked at a few hundred at a time, to the same end", () => {
    const many = input(
      Array.from({ length: 2300 }, (_, i) =>
        sessionOf({ id: `s${i}`, startedAt: i, location: i % 2 ? own(1) : on(`l${i % 300}`, 2) }),
      ),
    );
    const work = heldInParts(many);
    let parts = 0;
    let part = work.next();
    while (part.done !== true) {
      parts += 1;
      part = work.next();
    }
    expect(parts).toBeGreaterThan(4);
    expect(part.value).toEqual(heldOverTime(many));
    expect(part.value.newest?.vcpus).toBe(1150 + 2 * 150);
  });
});

describe("the present of a newer answer", () => {
  const session = sessionOf({ startedAt: 0, location: own(1) });
  const present = { vcpus: 7, memoryMebibytes: 8, gpus: 9 };

  it("takes the place of the newest, and of nothing else", () => {
    const held = heldOverTime(input([session], [{ from: 0, to: 2000 }]));
    expect(told(withPresent(held, present))).toEqual(["0: 1, 2: 7 .. 2"]);
    expect(withPresent(held, present).newest).toEqual({ step: 2, ...present });
    expect(told(held)).toEqual(["0: 1 .. 2"]);
  });

  it("is not in a time that is over", () => {
    const held = heldOverTime(input([session], [{ from: 0, to: 2 * AT_END }]));
    expect(withPresent(held, present)).toBe(held);
  });
});
