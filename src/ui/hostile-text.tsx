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

/** An id: shortened for the eye, whole on hover and for screen readers; a selection takes what the eye sees, once. */
export function IdText({ id, short, as, named = false, className }: IdTextProps) {
  const whole = idTitle(id);
  const shown = short === "full" || id === "" ? whole : visibleText(as ?? beginning(id));
  return (
    <span
      className={`id-text mono${short === "full" ? "" : " short"}${className ? ` ${className}` : ""}`}
      title={whole}
    >
      {named && isPlain(shown) ? (
        shown
      ) : named || shown === whole ? (
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
