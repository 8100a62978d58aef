/** What every frame is made of: JSON text, blobs, and their lengths. */
import { DecodeError, InvalidRequestError } from "../errors.ts";
import { varintLength, writeVarint } from "./varint.ts";

/** The JSON of a message, which is either of these. */
export type ResponseBody = { result: unknown } | { error: { code: string } };

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** UTF-8 of a value's JSON. A value that has none (a BigInt, a cycle, undefined) is an InvalidRequestError. */
export function encodeJson(value: unknown): Uint8Array {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // What was thrown may quote the value.
  }
  if (text === undefined) throw new InvalidRequestError("The parameters cannot be written as JSON");
  return new TextEncoder().encode(text);
}

/** A part of a frame: a number is written as a varint, bytes as they are. */
export type Part = number | Uint8Array;

export function join(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += typeof part === "number" ? varintLength(part) : part.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (typeof part === "number") {
      at = writeVarint(bytes, at, part);
    } else {
      bytes.set(part, at);
      at += part.length;
    }
  }
  return bytes;
}

/** JSON after its length, then each blob after its own: the layout of everything a server sends. */
export function answerParts(value: unknown, blobs: readonly Uint8Array[]): Part[] {
  const json = encodeJson(value);
  return [json.length, json, ...blobs.flatMap((blob) => [blob.length, blob])];
}

/** Reads the envelope: exactly one of `result` and `error`, where null stands for an absent one beside the other. */
export function readResponseBody(value: unknown): ResponseBody {
  if (!isObject(value)) throw new DecodeError("answer: not an object");
  const { result, error } = value;
  const failed = error !== undefined && error !== null;
  if (
    failed
      ? result !== undefined && result !== null
      : result === undefined || (result === null && error === null)
  ) {
    throw new DecodeError(`answer: ${failed ? "both" : "neither"} of result and error`);
  }
  if (!failed) return { result };
  if (!isObject(error) || typeof error["code"] !== "string")
    throw new DecodeError("answer: an error without a code");
  return { error: { ...error, code: error["code"] } };
}
