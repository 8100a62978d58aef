import type { KnownSession } from "./known.ts";
import { type Summary, summaryOf } from "./summary.ts";
import { tallyOf } from "./tally.ts";

/** Sums sessions up, all at once: the page keeps a tally from answer to answer. */
export const summarise = (sessions: readonly KnownSession[]): Summary => summaryOf(tallyOf(sessions));
