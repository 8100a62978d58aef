import type { ReactNode } from "react";
import { idTitle, isPlain, shownText, titleText, visibleText } from "./visible-text.ts";

interface PlainProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Shown on hover instead of the text. */
  readonly title?: string | undefined;
}

/** Text that came from outside: isolated from the direction of its surroundings, nothing in it hidden, cut by its cell. */
export function Plain({ text, className, title }: PlainProps) {
  return (
    <span className={className ? `plain ${className}` : "plain"} title={titleText(title ?? text)}>
      <bdi>{shownText(text)}</bdi>
    </span>
  );
}

interface IdTextProps {
  readonly id: string;
  /** How much to show of it: its first 8 characters unless it is to be whole. */
  readonly short?: "full" | undefined;
  /** The short form that tells it apart from the ids it stands with, in place of its first 8 characters. */
  readonly as?: string | undefined;
  /** What it stands in says the whole id to screen readers: `idTitle`. */
  readonly named?: boolean | undefined;
  readonly className?: string | undefined;
}

const SHORT_LENGTH = 8;

/** The first characters, never half of a surrogate pair; a long id is not spread out whole. */
const beginning = (id: string): string =>
  Array.from(id.slice(0, SHORT_LENGTH * 2))
    .slice(0, SHORT_LENGTH)
    .join("");

const shownId = (id: string, as?: string): string => visibleText(as ?? beginning(id)) || idTitle(id);

/**
 * The short form of an id, without an element of its own where nothing in it has to be isolated.
 * What it stands in says the whole id, on hover and to screen readers: `idTitle`.
 */
export const namedId = (id: string, as?: string): ReactNode => isolated(shownId(id, as));

/** Nothing has to be isolated from plain text. */
const isolated = (shown: string): ReactNode => (isPlain(shown) ? shown : <bdi>{shown}</bdi>);

/** An id: shortened for the eye, whole on hover and for screen readers; a selection takes what the eye sees, once. */
export function IdText({ id, short, as, named = false, className }: IdTextProps) {
  const whole = idTitle(id);
  const shown = short === "full" ? whole : shownId(id, as);
  return (
    <span
      className={`id-text mono${short === "full" ? "" : " short"}${className ? ` ${className}` : ""}`}
      title={whole}
    >
      {named ? (
        isolated(shown)
      ) : shown === whole ? (
        <bdi>{shown}</bdi>
      ) : (
        <>
          <bdi aria-hidden="true">{shown}</bdi>
          <span className="sr-only select-none">{whole}</span>
        </>
      )}
    </span>
  );
}
