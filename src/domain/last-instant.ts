/** The last instant that a Date can hold, epoch ms; the first lies as far before the epoch. No duration is longer. */
export const LAST_INSTANT = 8.64e15;
