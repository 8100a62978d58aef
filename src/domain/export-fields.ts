/** What the rows of exported tables share: where a session runs. */
import type { Cell } from "./csv.ts";
import type { Location } from "./session.ts";

/** One column of a table: its head, and what stands below it. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => Cell;
}

/** `persistent`, `temporary`, the API's own word for another kind, nothing where it told none. */
export function locationWord(location: Location): string | undefined {
  switch (location.kind) {
    case "persistent":
    case "temporary":
      return location.kind;
    case "unrecognised":
      return location.type;
    case "absent":
      return undefined;
  }
}

/** What its launcher has, where the API told it. */
export const specOf = (location: Location) => ("spec" in location ? location.spec : undefined);

export const launcherOf = (location: Location): string | undefined =>
  location.kind === "persistent" ? location.launcherId : undefined;
