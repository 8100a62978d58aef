import { DecodeError } from "../errors.ts";

// A byte order mark is kept, so that JSON.parse refuses it: the protocol has none.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads bytes from front to back. Nothing is taken, or allocated, that has not been seen to be there; throws DecodeError only. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#at;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** A view of the next `length` bytes, not a copy. */
  take(length: number): Uint8Array {
    if (length > this.remaining) throw new DecodeError("bytes: fewer than announced");
    const start = this.#at;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }

  /** A big-endian unsigned integer; above 2^53 it loses precision, which no length in memory can reach. */
  uint(size: number): number {
    let value = 0;
    for (const byte of this.take(size)) value = value * 256 + byte;
    return value;
  }

  varint(): number {
    const first = this.uint(1);
    return first < 253 ? first : this.uint(2 ** (first - 252));
  }

  text(length: number): string {
    const bytes = this.take(length);
    try {
      return utf8.decode(bytes);
    } catch {
      throw new DecodeError("text: not UTF-8");
    }
  }

  json(length: number): unknown {
    const text = this.text(length);
    try {
      return JSON.parse(text);
    } catch {
      // The parser's own error quotes the text.
      throw new DecodeError("text: not JSON");
    }
  }

  /** Everything that is left, as blobs each after its length. */
  blobs(): Uint8Array[] {
    const blobs: Uint8Array[] = [];
    while (this.remaining > 0) blobs.push(this.take(this.varint()));
    return blobs;
  }
}
