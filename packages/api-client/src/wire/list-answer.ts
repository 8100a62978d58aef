/**
 * Reads an answer that is one long list while it comes: its elements are parsed in batches, so that hardly anything is left to do
 * when the last byte is there. It knows the form that servers write, to the byte; any other is left to who reads it whole.
 */
import { join } from "./frame.ts";
import { Reader } from "./reader.ts";

/**
 * So many characters are parsed at a time: some milliseconds. (V8 takes what it parses from less than 100 kB for short-lived, and
 * copies it more than once.)
 */
const BATCH = 0x4_0000;
/** Whoever has so many bytes has the announced length. */
const LONGEST_LENGTH = 9;
const CLOSING = "]}}";

export interface ListAnswer {
  /** @param chunk the next of the body */
  readonly look: (chunk: Uint8Array) => void;
  /** Whether the body, all of which has come, is a result that is this list and nothing else: all of it is taken then. */
  readonly end: () => boolean;
}

interface ListForm {
  /** Of the list in the result. */
  readonly name: string;
  /** The first two fields of each element. The first is a text. */
  readonly fields: readonly [string, string];
  /** How many characters are parsed at a time; 256 Ki where that is not said. */
  readonly batch?: number | undefined;
  /** Reads elements of the list from their text, without brackets. Throws where they are none. */
  readonly parse: (text: string) => unknown[];
}

/**
 * A batch ends where the next element seems to begin. Whether it does is seen in parsing it: no text is both the whole of some
 * elements and the beginning of others, so what can be parsed was cut in the right place.
 * @param take is given the elements in order; they count for nothing where `end` says no
 */
export function listAnswer(
  { name, fields: [first, second], batch = BATCH, parse }: ListForm,
  take: (elements: unknown[]) => void,
): ListAnswer {
  const opening = `{"result":{"${name}":[`;
  const begins = `},{"${first}":"`;
  const goesOn = `","${second}":`;
  // A byte order mark is kept, and is no JSON.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let isList = true;
  let isOpen = false;
  /** What is not parsed yet, and how long it is before that is tried. */
  let text = "";
  let least = opening.length;
  /** What came before the length of the JSON was known. */
  let start: Uint8Array = new Uint8Array(0);
  /** How many bytes came, and where the JSON ends. */
  let came = 0;
  let end: number | undefined;

  function read(chunk: Uint8Array): void {
    let json = chunk;
    if (end === undefined) {
      start = join([start, chunk]);
      if (start.length < LONGEST_LENGTH) return;
      const reader = new Reader(start);
      end = reader.varint() + reader.offset;
      json = start.subarray(reader.offset);
    }
    text += decoder.decode(json, { stream: true });
    if (text.length < least) return;
    if (isOpen) takeSome();
    else {
      isList = text.startsWith(opening);
      isOpen = true;
      text = text.slice(opening.length);
      least = batch;
    }
  }

  function takeSome(): void {
    const at = text.lastIndexOf(goesOn);
    const cut = at < 0 ? at : text.lastIndexOf(begins, at);
    if (cut < 0 || text.slice(cut + begins.length, at).includes('"')) {
      // One element may be as long as all others.
      least = 2 * text.length;
      return;
    }
    take(parse(text.slice(0, cut + 1)));
    text = text.slice(cut + 2);
    least = batch;
  }

  /** Whatever is wrong: reading the answer whole says what. */
  function attempt(run: () => void): void {
    try {
      if (isList) run();
    } catch {
      isList = false;
    }
  }

  return {
    look(chunk) {
      came += chunk.length;
      attempt(() => read(chunk));
    },
    end() {
      // What is left of a character that broke off makes it no text.
      attempt(() => void (text += decoder.decode()));
      isList &&= isOpen && end === came && text.endsWith(CLOSING);
      attempt(() => take(parse(text.slice(0, -CLOSING.length))));
      return isList;
    },
  };
}
