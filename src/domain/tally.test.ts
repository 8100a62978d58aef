import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import type { Location } from "./session.ts";
import { summaryOf } from "./summary.ts";
import { tallyAfter, tallyOf } from "./tally.ts";

const spec = fc.record({
  cpus: fc.constantFrom(0.1, 0.2, 0.25, 7, NaN, 1e300),
  memoryMebibytes: fc.constantFrom(0.3, 512, 65_536, -1, Infinity),
  gpus: fc.option(
    fc.record({ model: fc.constantFrom("L4", "__proto__"), count: fc.constantFrom(0, 0.5, 2) }),
    {
      nil: undefined,
    },
  ),
});
const location: fc.Arbitrary<Location> = spec.chain(({ gpus, ...sizes }) => {
  const whole = gpus === undefined ? sizes : { ...sizes, gpus };
  return fc.oneof(
    fc.constantFrom("a", "b").map((launcherId) => ({ kind: "persistent" as const, launcherId, spec: whole })),
    fc.constantFrom({ kind: "temporary" as const, spec: whole }, { kind: "absent" as const }),
  );
});
const facts = fc.record({
  startedAt: fc.nat(4),
  trainings: fc.array(fc.constantFrom("starting", "running", "completed", "failed", "odd"), { maxLength: 3 }),
  isOver: fc.boolean(),
  location,
});

/** Sessions `s0`, `s1` ... */
const sessions = fc.array(facts, { maxLength: 12 }).map((all) =>
  all.map(({ isOver, location: place, ...rest }, i): KnownSession => {
    const known = knownSession({ ...rest, id: `s${i}`, ...(isOver ? { ended: { after: 5, by: 6 } } : {}) });
    return { ...known, session: { ...known.session, location: place } };
  }),
);

describe("a tally after a change", () => {
  it("has the figures of counting all anew, to the last digit", () => {
    fc.assert(
      fc.property(sessions, sessions, fc.nat(12), fc.nat(12), (a, b, from, to) => {
        const gone = a.slice(from, to);
        const come = b.slice(from, to);
        const after = [...a.filter((known) => !gone.includes(known)), ...come];
        expect(summaryOf(tallyAfter(tallyOf(a), { gone, come }, after))).toEqual(summaryOf(tallyOf(after)));
      }),
    );
  });

  it("is nothing once all have gone, whatever was counted on the way", () => {
    fc.assert(
      fc.property(sessions, sessions, (a, b) => {
        const middle = tallyAfter(tallyOf(a), { gone: a, come: b }, b);
        expect(tallyAfter(middle, { gone: b, come: [] }, [])).toEqual(tallyOf([]));
      }),
    );
  });

  it("leaves the tally before as it was", () => {
    const one = knownSession({ trainings: ["running"], on: { launcher: "rack" } });
    const before = tallyOf([one]);
    tallyAfter(before, { gone: [one], come: [] }, []);
    expect(before).toEqual(tallyOf([one]));
  });

  it("is that of counting all anew, launchers too, where sessions leave, come and are told anew", () => {
    fc.assert(
      fc.property(sessions, sessions, fc.nat(12), fc.nat(12), (a, b, from, to) => {
        const [gone, come] = [a.slice(from, to), b.slice(from, to)];
        const after = [...a.slice(0, from), ...come, ...a.slice(Math.max(from, to))];
        expect(tallyAfter(tallyOf(a), { gone, come }, after)).toEqual(tallyOf(after));
      }),
    );
  });

  it("tells a launcher's size by the newest of the sessions that stay on it", () => {
    const on = (id: string, startedAt: number, cpus: number): KnownSession => {
      const known = knownSession({ id, startedAt });
      const place = { kind: "persistent", launcherId: "rack", spec: { cpus, memoryMebibytes: 1 } } as const;
      return { ...known, session: { ...known.session, location: place } };
    };
    const [older, newer] = [on("a", 1, 4), on("b", 2, 8)];
    const both = tallyOf([newer, older]);
    expect(summaryOf(both).vcpus).toBe(8);
    expect(summaryOf(tallyAfter(both, { gone: [newer], come: [] }, [older])).vcpus).toBe(4);
  });
});
