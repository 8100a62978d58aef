/** Holds the faults in force and hands them to calls: the one place that decides whether a call is to fail. */
import { concerns, type Faults } from "./faults.ts";

export interface FaultSwitch {
  set(faults: Faults): void;
  get(): Faults;
  /** The faults for one call of this method; counts `times` down and clears everything after the last. */
  take(method: string): Faults;
}

export function createFaultSwitch(initial: Faults): FaultSwitch {
  let faults = initial;
  return {
    set: (next) => {
      faults = next;
    },
    get: () => faults,
    take(method) {
      if (!concerns(faults, method)) return {};
      const taken = faults;
      if (taken.times !== undefined) faults = taken.times > 1 ? { ...taken, times: taken.times - 1 } : {};
      return taken;
    },
  };
}
