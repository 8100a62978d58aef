import { type ReactNode, useSyncExternalStore } from "react";
import { browserNow } from "../api/clock.ts";
import type { ConnectionFacts } from "../api/connection-facts.ts";
import type { Connection } from "../api/connection.ts";

interface WithFactsProps {
  readonly connection: Connection;
  readonly children: (facts: ConnectionFacts) => ReactNode;
}

/** They change with each call: only what shows them renders again. */
export function WithFacts({ connection, children }: WithFactsProps): ReactNode {
  return children(ofTheMachine(useSyncExternalStore(connection.onFacts, connection.facts)));
}

/** Readings of two clocks that are closer are of the same. Ms. */
const SAME_MS = 1_000;

/**
 * What is said of the computer's clock is said of what that shows: the page's own goes on where the computer's was set back, and is
 * ahead of it from then on.
 */
export function ofTheMachine(facts: ConnectionFacts): ConnectionFacts {
  const { skew } = facts;
  const setBack = browserNow() - Date.now();
  if (skew === undefined || setBack < SAME_MS) return facts;
  return { ...facts, skew: { low: skew.low + setBack, high: skew.high + setBack } };
}
