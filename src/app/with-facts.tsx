import { type ReactNode, useSyncExternalStore } from "react";
import type { ConnectionFacts } from "../api/connection-facts.ts";
import type { Connection } from "../api/connection.ts";

interface WithFactsProps {
  readonly connection: Connection;
  readonly children: (facts: ConnectionFacts) => ReactNode;
}

/** They change with each call: only what shows them renders again. */
export function WithFacts({ connection, children }: WithFactsProps): ReactNode {
  return children(useSyncExternalStore(connection.onFacts, connection.facts));
}
