/** The query part of a URL as an ordered list of parameters, of which unknown ones stay as they were written. */

export interface Segment {
  /** As it stands in the URL, without the `&` beside it. */
  readonly raw: string;
  /** Decoded as browsers decode a query: `+` is a space, broken UTF-8 is U+FFFD. */
  readonly name: string;
  readonly value: string;
}

/**
 * Splits a search string, with or without its leading `?`. It must be the URL's own (`location.search`): a router that
 * decodes it first turns `%2525` into `%25` and the text is decoded twice.
 */
export function splitQuery(search: string): readonly Segment[] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      // The leading `&` keeps a `?` at the start of a name, which the constructor would drop.
      const [[name, value] = ["", ""]] = new URLSearchParams(`&${raw}`);
      return { raw, name, value };
    });
}

const STRICT = /[!'()*]/g;

/**
 * Percent-encodes text for a path segment or a query value. Total: lone surrogates have to be replaced before.
 * Also encodes what ends or breaks a link in chats and Markdown: quotes, brackets and asterisks.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(STRICT, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Writes one parameter; commas and colons stay readable, as a query may hold them. */
export function writeSegment(name: string, value: string): string {
  return `${name}=${percentEncode(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
