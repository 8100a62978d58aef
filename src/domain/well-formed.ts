/**
 * Text without lone surrogates. Neither a URL nor a request body can carry half of a surrogate pair, so an id is
 * written with U+FFFD in its place; ids that meet an id from a link are compared in this form.
 */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text with every lone surrogate replaced by U+FFFD; well-formed text comes back as it is. */
export function toWellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, "\uFFFD");
}
