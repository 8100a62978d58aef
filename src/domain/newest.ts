import type { KnownSession } from "./known.ts";
import { isNewer } from "./tally.ts";

/** The session whose start is the latest, which tells of its launcher what holds now; undefined of none. */
export const newestOf = (sessions: readonly KnownSession[]): KnownSession | undefined =>
  sessions.reduce<KnownSession | undefined>(
    (newest, known) => (newest && !isNewer(known.session, newest.session) ? newest : known),
    undefined,
  );
