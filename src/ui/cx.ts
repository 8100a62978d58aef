/** Joins class names; false and undefined ones are left out. */
export const cx = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(" ");
