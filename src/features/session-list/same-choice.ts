/** Which views show the same. */
import { sameJson } from "../../domain/same.ts";
import type { ListView } from "../../url/list-params.ts";

/** Whether two views show the same sessions in the same order. */
export const choosesTheSame = (a: ListView, b: ListView): boolean =>
  a === b || sameJson({ ...a, ...APART_FROM }, { ...b, ...APART_FROM });

/** What of a view makes no difference to that. */
const APART_FROM = {
  group: undefined,
  open: undefined,
  folded: undefined,
  range: undefined,
  paused: undefined,
};

/** Whether two views show the same rows in the same order: groups have heads of their own, which hide rows. */
export const laysOutTheSame = (a: ListView, b: ListView): boolean =>
  a.group === b.group && sameJson(a.folded, b.folded) && choosesTheSame(a, b);
