/**
 * Comma separated values by RFC 4180, safe to open in a spreadsheet.
 *
 * A spreadsheet takes a cell for a formula that begins with `=`, `+`, `-` or `@` (also in their full-width forms, and after
 * blanks), with a tab or with a line break. Whoever names a thing chooses what its name begins with. So an apostrophe is set
 * before such a beginning, which spreadsheets show and do not evaluate; and, because some split lines at semicolons or tabs
 * and pay no heed to quotes then, also where it follows a separator, a quote or a line break within the cell. An apostrophe
 * that stands there itself gets another, so that `undefused` gives back exactly what was written.
 */
import { toWellFormed } from "./well-formed.ts";

/** Absent is an empty cell. Numbers are written as they are: they are ours, and no formula. */
export type Cell = string | number | undefined;

/** Where a reader of separated values may see a cell begin: zero characters long, so that each place is looked at. */
const BEGINNING = String.raw`(?<=^|[,;|\t\r\n"])`;

/** Blanks, seen or not, on one line. */
const BLANKS = String.raw`(?:[^\S\t\r\n]|\p{Cf})*`;

const DANGEROUS = new RegExp(
  String.raw`${BEGINNING}(?='|${BLANKS}[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])`,
  "gu",
);

const DEFUSED = new RegExp(`${BEGINNING}'`, "gu");

/** The text with an apostrophe wherever a spreadsheet might see a formula begin. */
export const defused = (text: string): string => text.replace(DANGEROUS, "'");

/** The text that was defused: for who reads a file back. Of this program only tests do, which hold that nothing is lost on the way. */
export const undefused = (text: string): string => text.replace(DEFUSED, "");

/** What most cells look like: nothing in it can mean anything to a reader. */
const PLAIN = /^(?:[\w.:][\w.: -]*)?$/;

function written(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  if (PLAIN.test(cell)) return cell;
  const text = defused(toWellFormed(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The lines of a table, its head first, each ended by CR LF. Lone surrogates become U+FFFD: a file cannot hold them. */
export function csvOf(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let text = "";
  for (const row of [head, ...rows]) text += `${row.map(written).join(",")}\r\n`;
  return text;
}
