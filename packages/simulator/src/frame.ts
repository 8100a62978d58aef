/**
 * The body of an answer, made from JSON text rather than a value: the session list is assembled from texts that were
 * written once, which is what lets ten thousand sessions be answered in a few milliseconds.
 */

/** An answer before it is bytes: its JSON and its blobs. */
export interface Reply {
  readonly json: string;
  readonly blobs: readonly Uint8Array[];
}

export const resultReply = (result: unknown, blobs: readonly Uint8Array[] = []): Reply => ({
  json: JSON.stringify({ result }),
  blobs,
});

export const errorReply = (error: { code: string } & Record<string, unknown>): Reply => ({
  json: JSON.stringify({ error }),
  blobs: [],
});

export const invalidParameter = (parameterName: string, reason: string): Reply =>
  errorReply({ code: "invalid_parameter", parameterName, reason });

/** A length as the wire writes it: below 253 one byte, then `fd` + u16, `fe` + u32, big-endian. Lengths here fit 32 bits. */
export function varint(value: number): Buffer {
  if (value < 253) return Buffer.of(value);
  const bytes = Buffer.alloc(value <= 0xffff ? 3 : 5);
  if (value <= 0xffff) {
    bytes[0] = 0xfd;
    bytes.writeUInt16BE(value, 1);
  } else {
    bytes[0] = 0xfe;
    bytes.writeUInt32BE(value, 1);
  }
  return bytes;
}

/** The bytes of an HTTP answer: JSON after its length, then each blob after its own. */
export function frameOf({ json, blobs }: Reply): Buffer {
  const length = Buffer.byteLength(json, "utf8");
  const head = varint(length);
  const parts = blobs.flatMap((blob) => [varint(blob.length), blob]);
  // Written where it stays: a long list is copied once, from text to bytes.
  const bytes = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + part.length, head.length + length));
  bytes.set(head, 0);
  let at = head.length + bytes.write(json, head.length, "utf8");
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An answer's bytes as a WebSocket message: a zero byte and the id of the request before them. */
export function wsFrameOf(id: number, frame: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(id, 1);
  return Buffer.concat([head, frame]);
}
