/** How often the API was asked lately. */

const HOUR = 3_600_000;

export interface CallFacts {
  readonly count: number;
  /** From the first of them to the newest, ms; an hour at most. */
  readonly spanMs: number;
}

export interface CallCount {
  readonly add: (at: number) => void;
  /** In the hour before the newest, epoch ms, oldest first. */
  readonly calls: () => readonly number[];
  readonly facts: () => CallFacts;
  readonly replace: (calls: readonly number[]) => void;
}

export function createCallCount(): CallCount {
  let calls: readonly number[] = [];
  return {
    add: (at) => (calls = [...calls.filter((one) => one > at - HOUR), at]),
    calls: () => calls,
    facts: () => ({ count: calls.length, spanMs: (calls.at(-1) ?? 0) - (calls[0] ?? 0) }),
    replace: (others) => (calls = others),
  };
}
