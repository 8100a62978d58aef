import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "./filter.ts";
import { heldOverTime } from "./held-over-time.ts";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { launcherHeld } from "./launcher-held.ts";
import { type Launcher, launchersOf } from "./launchers.ts";

/** Eleven instants, 0 to 10 s. */
const GRID = { from: 0, stepMs: 1000, steps: 10 };
const WATCHED = [{ from: 0, to: 10_000 }];

const launcher = (sessions: readonly KnownSession[], key: string): Launcher => {
  const found = launchersOf(sessions).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no launcher ${key}`);
  return found;
};

const cpus = (one: Launcher) =>
  launcherHeld(one, WATCHED, GRID)?.stretches.map((stretch) => stretch.map(({ vcpus }) => vcpus).join(""));

const session = (id: string, from: number, to: number | undefined, on: KnownFacts["on"]) =>
  knownSession({
    id,
    startedAt: from * 1000,
    ...(on === undefined ? {} : { on }),
    ...(to === undefined ? {} : { ended: { after: to * 1000, by: to * 1000 } }),
  });

describe("a launcher's capacity over time", () => {
  const x = { launcher: "x" };

  it("is held once while any session is on it", () => {
    const sessions = [session("a", 1, 4, x), session("b", 2, 6, x), session("c", 8, undefined, x)];
    expect(cpus(launcher(sessions, "persistent:x"))).toEqual(["01111100111"]);
  });

  it("of temporary ones is the sum of them", () => {
    const sessions = [session("a", 1, 4, "temporary"), session("b", 2, undefined, "temporary")];
    expect(cpus(launcher(sessions, "temporary"))).toEqual(["01221111111"]);
  });

  it("is not what an id held on another launcher in another life", () => {
    const former = session("a", 1, 3, { launcher: "y" });
    const sessions = [{ ...session("a", 6, undefined, x), earlier: [former] }];
    expect(cpus(launcher(sessions, "persistent:x"))).toEqual(["00000011111"]);
    expect(cpus(launcher(sessions, "persistent:y"))).toEqual(["01100000000"]);
  });

  it("is not told of a location without a specification", () => {
    const nowhere = launcher([session("a", 1, undefined, "absent")], "absent");
    expect(launcherHeld(nowhere, WATCHED, GRID)).toBeUndefined();
  });

  it("of all launchers is what all sessions held", () => {
    const facts = fc.tuple(
      fc.nat(9),
      fc.option(fc.nat(5), { nil: undefined }),
      fc.constantFrom<KnownFacts["on"]>(x, { launcher: "y" }, "temporary", "absent"),
    );
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), (all) => {
        const sessions = all.map(([from, lasted, on], i) =>
          session(`s${i}`, from, lasted === undefined ? undefined : Math.min(9, from + lasted), on),
        );
        const held = launchersOf(sessions).flatMap((one) => launcherHeld(one, WATCHED, GRID) ?? []);
        const whole = heldOverTime({
          sessions: new Map(sessions.map((known) => [known.session.id, known])),
          watched: WATCHED,
          filter: NO_FILTER,
          grid: GRID,
        });
        for (const [step, { vcpus }] of (whole.stretches[0] ?? []).entries()) {
          expect(held.reduce((sum, { stretches }) => sum + (stretches[0]?.[step]?.vcpus ?? 0), 0)).toBe(
            vcpus,
          );
        }
      }),
    );
  });
});
