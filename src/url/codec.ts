/**
 * One parameter of a URL: how its decoded value is read and written, and what holds when it is absent.
 * The law of every codec: `parse(serialize(value))` equals `value`.
 */
import { toWellFormed } from "../domain/well-formed.ts";

export interface Codec<T> {
  /** Reads the percent-decoded value. Undefined: invalid. Never throws. */
  readonly parse: (raw: string) => T | undefined;
  /** Writes the value, not yet percent-encoded. */
  readonly serialize: (value: T) => string;
  /** What an absent parameter means; this value leaves the URL. */
  readonly default: T;
  /** Whether two values are one and the same; `Object.is` when absent. */
  readonly equal?: (a: T, b: T) => boolean;
}

export function isDefault<T>(codec: Codec<T>, value: T): boolean {
  return (codec.equal ?? Object.is)(value, codec.default);
}

/** Any text; lone surrogates become U+FFFD. The empty text is the default. */
export const text: Codec<string> = { parse: toWellFormed, serialize: toWellFormed, default: "" };

/** One opaque id, which may be the empty string; null is none. */
export const optionalId: Codec<string | null> = {
  parse: toWellFormed,
  serialize: (id) => toWellFormed(id ?? ""),
  default: null,
};

/** True is written `1`; false leaves the URL. */
export const flag: Codec<boolean> = {
  parse: (raw) => (raw === "1" ? true : undefined),
  serialize: (on) => (on ? "1" : ""),
  default: false,
};

/** One of a few words, spelled exactly. */
export function oneOf<T extends string>(words: readonly T[], fallback: T): Codec<T> {
  return {
    parse: (raw) => words.find((word) => word === raw),
    serialize: (word) => word,
    default: fallback,
  };
}
