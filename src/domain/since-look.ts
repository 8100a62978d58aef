/** Whether somebody looks at the page, and since when nobody did. */

/** A time away, from the last look to the return. Epoch ms. */
export interface Away {
  readonly at: number;
  readonly returnedAt: number;
}

export interface Look {
  /** Since when nobody can see the page; undefined while it shows. Epoch ms. */
  readonly hiddenSince: number | undefined;
  /** Nobody could see the page at some time in its life. */
  readonly wasHidden: boolean;
  /** The last time away that was long enough to tell about, until it is dismissed. */
  readonly away: Away | undefined;
}

export const LOOKING: Look = { hiddenSince: undefined, wasHidden: false, away: undefined };

/** The same look by another clock. `atLook`, `atReturn`: how far that is ahead then. Ms. */
export function shiftLook(
  look: Look,
  { atLook, atReturn }: { readonly atLook: number; readonly atReturn: number },
): Look {
  const { hiddenSince, away } = look;
  return {
    ...look,
    hiddenSince: hiddenSince === undefined ? undefined : hiddenSince + atLook,
    away: away && { at: away.at + atLook, returnedAt: away.returnedAt + atReturn },
  };
}

/** Nothing is told about a time away that was no longer. Ms. */
const LEAST_AWAY_MS = 60_000;

/** The look after the page was seen to be hidden or shown; `look` itself where that is no news. */
export function nextLook(look: Look, hidden: boolean, now: number): Look {
  const { hiddenSince, away } = look;
  if (hidden) return hiddenSince === undefined ? { hiddenSince: now, wasHidden: true, away } : look;
  if (hiddenSince === undefined) return look;
  const isLong = now - hiddenSince > LEAST_AWAY_MS;
  return {
    hiddenSince: undefined,
    wasHidden: true,
    away: isLong ? { at: hiddenSince, returnedAt: now } : away,
  };
}
