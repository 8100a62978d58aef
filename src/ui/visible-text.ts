/** Makes the invisible visible: text of unknown origin must not hide, reorder or imitate anything on the page. */

/** C0 and C1 controls, DEL, soft hyphen, bidi marks and overrides, zero-width characters, line separators, BOM, tags. */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const PLAIN = /^[ -~\u00a0\u00d7\u202f]*$/u;
const LONE_SURROGATE = /\p{Surrogate}/gu;

function named(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return "\u2421";
  return `\u27e8U+${point.toString(16).toUpperCase().padStart(4, "0")}\u27e9`;
}

/** Whether it is of letters, digits, signs and spaces that nothing has to be isolated from. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** The text with controls as their pictures (`␀`, `␊`), other invisible characters as `⟨U+202E⟩`, lone surrogates as `�`. */
export function visibleText(raw: string): string {
  // Nearly all of it is plain, and a list shows much of it.
  if (isPlain(raw)) return raw;
  return raw.replace(HIDDEN, named).replace(LONE_SURROGATE, "\ufffd");
}

/** More than this nobody reads on a hover, and some browsers choke on. */
const TITLE_LENGTH = 400;
/** More than this no cell can show; the whole text is in the raw view and on copy. */
const SHOWN_LENGTH = 2000;

/** Text of unknown origin for a title or an accessible name: nothing in it hidden, no longer than anyone hears or reads. */
export const titleText = (raw: string): string => clipText(visibleText(raw), TITLE_LENGTH);

/** The whole of an id for a title or an accessible name; one without characters is named. */
export const idTitle = (id: string): string => (id === "" ? "(empty)" : titleText(id));

/** Text of unknown origin to be shown, isolated in a `bdi`: nothing in it hidden, no longer than a cell can show. */
export const shownText = (raw: string): string => clipText(visibleText(raw), SHOWN_LENGTH);

/** At most `length` code points of the text, with an ellipsis where something is left out; no character is cut in two. */
export function clipText(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, length * 2 + 2));
  return points.length <= length ? text : `${points.slice(0, length).join("")}…`;
}
