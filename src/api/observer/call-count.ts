/** How often the API was asked lately. */

const HOUR = 3_600_000;

export interface CallCount {
  readonly add: (at: number) => void;
  /** In the hour before the newest, epoch ms, oldest first. */
  readonly calls: () => readonly number[];
  readonly replace: (calls: readonly number[]) => void;
}

export function createCallCount(): CallCount {
  let calls: readonly number[] = [];
  return {
    add: (at) => (calls = [...calls.filter((one) => one > at - HOUR), at]),
    calls: () => calls,
    replace: (others) => (calls = others),
  };
}
