/** Total time for one call of the API, its body included: no answer takes longer. Ms. */
export const CALL_DEADLINE_MS = 10_000;
