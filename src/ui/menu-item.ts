import type { ReactNode } from "react";
import type { GlyphKind } from "./glyph.tsx";
import type { IconName } from "./icon.tsx";

/** One line of a menu that can be chosen. */
export interface MenuChoice {
  /** `check` toggles and keeps the menu open; `radio` is one of several and `action` does something: both close it. */
  readonly kind: "action" | "check" | "radio";
  readonly id: string;
  readonly label: ReactNode;
  /** The label as plain text, for finding it by typing. */
  readonly text: string;
  readonly checked?: boolean | undefined;
  /** In words as they are shown. */
  readonly count?: string | undefined;
  readonly glyph?: GlyphKind | undefined;
  readonly icon?: IconName | undefined;
  /** Of a model, as `fingerprintPath` has it. */
  readonly fingerprint?: string | undefined;
  /** Quiet text at the end of the line. */
  readonly note?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export type MenuItem =
  | MenuChoice
  | { readonly kind: "heading"; readonly id: string; readonly label: string }
  | { readonly kind: "separator"; readonly id: string };

/** The values with one put in, or taken off where it is among them. */
export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/**
 * The index a key leads to among `texts`, the choices of an open menu; undefined where the key means nothing.
 * A printable character goes to the next choice that begins with it.
 */
export function menuStep(key: string, index: number, texts: readonly string[]): number | undefined {
  const count = texts.length;
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowUp":
      return (Math.max(index, 0) - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
  }
  if (key.length !== 1 || key === " ") return undefined;
  const sought = key.toLocaleLowerCase();
  for (let distance = 1; distance <= count; distance += 1) {
    const at = (Math.max(index, -1) + distance + count) % count;
    if (texts[at]?.toLocaleLowerCase().startsWith(sought)) return at;
  }
  return undefined;
}
