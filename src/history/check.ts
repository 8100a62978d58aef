/**
 * Checks of values whose shape nobody has vouched for. A `shape` names every field of its type, optional ones too, so a
 * field added to the type breaks the build here.
 */
import { isList, isRecord } from "../domain/same.ts";

export type Check<T> = (value: unknown) => value is T;

export const isText = (value: unknown): value is string => typeof value === "string";
export const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
export const isNumber = (value: unknown): value is number => Number.isFinite(value);

export const word =
  <W extends string>(words: readonly W[]): Check<W> =>
  (value): value is W =>
    words.some((one) => one === value);

export const listOf =
  <T>(isItem: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    isList(value) && value.every((item) => isItem(item));

export const oneOrMore = <T>(isItem: Check<T>): Check<T[]> => {
  const isItems = listOf(isItem);
  return (value): value is T[] => isItems(value) && value.length > 0;
};

export const either =
  <A, B>(isA: Check<A>, isB: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    isA(value) || isB(value);

/** A field that may be absent or undefined. */
export const maybe =
  <T>(isValue: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || isValue(value);

export function shape<T>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value): value is T => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}
