/** Bodies of HTTP requests and answers. Decoders throw DecodeError only; encoders InvalidRequestError only. */
import { DecodeError, InvalidRequestError } from "../errors.ts";
import { answerParts, encodeJson, join, readResponseBody, type Part, type ResponseBody } from "./frame.ts";
import { Reader } from "./reader.ts";

/** Blob count (one byte), length of the JSON, length of each blob, JSON, blobs. */
export function requestParts(params: unknown, blobs: readonly Uint8Array[]): Part[] {
  if (blobs.length > 255) throw new InvalidRequestError("A request holds at most 255 blobs");
  const json = encodeJson(params);
  return [new Uint8Array([blobs.length]), json.length, ...blobs.map((blob) => blob.length), json, ...blobs];
}

/** The rest of the reader as a request. The lengths are counted, so anything after the last blob is an error. */
export function readRequest(reader: Reader): { params: unknown; blobs: Uint8Array[] } {
  const count = reader.uint(1);
  const jsonLength = reader.varint();
  const lengths = Array.from({ length: count }, () => reader.varint());
  const params = reader.json(jsonLength);
  const blobs = lengths.map((length) => reader.take(length));
  if (reader.remaining > 0) throw new DecodeError("request: bytes after its end");
  return { params, blobs };
}

export function readResponse(reader: Reader): { body: ResponseBody; blobs: Uint8Array[] } {
  const body = readResponseBody(reader.json(reader.varint()));
  return { body, blobs: reader.blobs() };
}

export function encodeHttpRequest(
  params: unknown,
  blobs: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  return join(requestParts(params, blobs));
}

/** The server's side: what a request body holds. Blobs are views of `bytes`. */
export function decodeHttpRequest(bytes: Uint8Array): { params: unknown; blobs: Uint8Array[] } {
  return readRequest(new Reader(bytes));
}

/** The server's side: the body of an answer. */
export function encodeHttpResponse(
  body: { result: unknown } | { error: unknown },
  blobs: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  return join(answerParts(body, blobs));
}

/** What an answer's body holds. Blobs are views of `bytes`. */
export function decodeHttpResponse(bytes: Uint8Array): { body: ResponseBody; blobs: Uint8Array[] } {
  return readResponse(new Reader(bytes));
}
