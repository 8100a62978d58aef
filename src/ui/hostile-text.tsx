import { clipText, visibleText } from "./visible-text.ts";

/** More than this nobody reads on a hover, and some browsers choke on. */
const TITLE_LENGTH = 400;
/** More than this no cell can show; the whole text is in the raw view and on copy. */
const SHOWN_LENGTH = 2000;

interface PlainProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Shown on hover instead of the text. */
  readonly title?: string | undefined;
}

/** Text that came from outside: isolated from the direction of its surroundings, nothing in it hidden, cut by its cell. */
export function Plain({ text, className, title }: PlainProps) {
  return (
    <span
      className={className ? `plain ${className}` : "plain"}
      title={clipText(visibleText(title ?? text), TITLE_LENGTH)}
    >
      <bdi>{clipText(visibleText(text), SHOWN_LENGTH)}</bdi>
    </span>
  );
}

interface IdTextProps {
  readonly id: string;
  /** How many characters to show: 8, or 13 where two ids begin alike. */
  readonly short?: 8 | 13 | "full" | undefined;
  readonly className?: string | undefined;
}

/** An id: shortened for the eye, whole on hover and for screen readers. */
export function IdText({ id, short = 8, className }: IdTextProps) {
  const whole = clipText(visibleText(id), TITLE_LENGTH);
  const shown =
    short === "full"
      ? whole
      : visibleText(
          Array.from(id.slice(0, short * 2))
            .slice(0, short)
            .join(""),
        );
  return (
    <span
      className={`id-text mono${short === "full" ? "" : " short"}${className ? ` ${className}` : ""}`}
      title={whole}
    >
      {shown === whole ? (
        <bdi>{whole}</bdi>
      ) : (
        <>
          <bdi aria-hidden="true">{shown}</bdi>
          <span className="sr-only">{whole}</span>
        </>
      )}
    </span>
  );
}
