/**
 * Far deeper than the API documents. Whoever writes a session, copies or compares it descends into its unknown fields too, and
 * where a browser has enough of that differs: it would be one session that stops all.
 */
const DEEPEST = 64;

/** Whether a value is objects and lists in each other, more than `levels` deep, itself counted. */
export const isTooDeep = (value: unknown, levels = DEEPEST): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1)));
