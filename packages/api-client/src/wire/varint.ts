/** Variable-length integers: below 253 one byte; fd + u16, fe + u32, ff + u64, big-endian. */

/** Bytes a value takes; it is a non-negative safe integer, as lengths are. */
export function varintLength(value: number): 1 | 3 | 5 | 9 {
  if (value < 253) return 1;
  if (value <= 0xffff) return 3;
  return value <= 0xffff_ffff ? 5 : 9;
}

/** Writes a value at an offset and returns the offset after it. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  const length = varintLength(value);
  if (length > 1) bytes[at] = length === 3 ? 0xfd : length === 5 ? 0xfe : 0xff;
  let rest = value;
  for (let i = at + length - 1; i > at; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  if (length === 1) bytes[at] = value;
  return at + length;
}
