/** Counts calls, so that tests and people can see what a client asked for. */

export interface Stats {
  /** Calls that came in, by `Api/method`; refused and failed ones included. */
  calls: Record<string, number>;
  inFlight: number;
  /** Calls whose client went away before the answer was whole. */
  aborted: number;
}

export interface Traffic {
  /** One call came in; the returned function says, once, that it is over. */
  begin(method: string): (how: "answered" | "aborted") => void;
  stats(): Stats;
  /** Forgets the counts; calls in flight stay in flight. */
  reset(): void;
}

export function createTraffic(): Traffic {
  const calls = new Map<string, number>();
  let inFlight = 0;
  let aborted = 0;
  return {
    begin(method) {
      calls.set(method, (calls.get(method) ?? 0) + 1);
      inFlight += 1;
      let open = true;
      return (how) => {
        if (!open) return;
        open = false;
        inFlight -= 1;
        if (how === "aborted") aborted += 1;
      };
    },
    stats: () => ({ calls: Object.fromEntries(calls), inFlight, aborted }),
    reset() {
      calls.clear();
      aborted = 0;
    },
  };
}
