/** Messages of the WebSocket. Decoders throw DecodeError only; encoders InvalidRequestError only. */
import { DecodeError, InvalidRequestError } from "../errors.ts";
import { answerParts, isObject, join, type ResponseBody } from "./frame.ts";
import { readRequest, readResponse, requestParts } from "./http.ts";
import { Reader } from "./reader.ts";

export interface WsRequest {
  api: string;
  method: string;
  params: unknown;
  /** The key travels in each message, for a browser can set no header on a WebSocket. */
  apiKey?: string;
}

export type WsMessage =
  | { kind: "response"; id: number; body: ResponseBody; blobs: Uint8Array[] }
  | { kind: "event"; api: string; event: string; params: unknown; blobs: Uint8Array[] };

function idBytes(id: number): Uint8Array {
  if (!Number.isInteger(id) || id < 0 || id > 0xffff_ffff) throw new InvalidRequestError("The id is no u32");
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes;
}

/** `id` is a u32, counted from 0 on each socket. */
export function encodeWsRequest(
  id: number,
  { api, method, params, apiKey }: WsRequest,
  blobs: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  return join([idBytes(id), ...requestParts({ api, method, params, apiKey }, blobs)]);
}

/** The server's side: what a client asks. */
export function decodeWsRequest(bytes: Uint8Array): { id: number; message: WsRequest; blobs: Uint8Array[] } {
  const reader = new Reader(bytes);
  const id = reader.uint(4);
  const { params: value, blobs } = readRequest(reader);
  if (!isObject(value)) throw new DecodeError("request: not an object");
  const { api, method, params, apiKey } = value;
  if (typeof api !== "string" || typeof method !== "string") {
    throw new DecodeError("request: without an api or a method");
  }
  return {
    id,
    message: { api, method, params, ...(typeof apiKey === "string" ? { apiKey } : {}) },
    blobs,
  };
}

/** The server's side: the answer to the request with this id. */
export function encodeWsResponse(
  id: number,
  body: { result: unknown } | { error: unknown },
  blobs: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  return join([new Uint8Array(1), idBytes(id), ...answerParts(body, blobs)]);
}

/** The server's side: an event, such as `Debug` `stdout` with its data as the first blob. */
export function encodeWsEvent(
  api: string,
  event: string,
  params: unknown,
  blobs: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(api);
  if (name.length > 255) throw new InvalidRequestError("The name of an api takes at most 255 bytes");
  return join([new Uint8Array([1, name.length]), name, ...answerParts({ event, params }, blobs)]);
}

/** What a server's message holds. Blobs are views of `bytes`. */
export function decodeWsMessage(bytes: Uint8Array): WsMessage {
  const reader = new Reader(bytes);
  if (reader.uint(1) === 0) {
    return { kind: "response", id: reader.uint(4), ...readResponse(reader) };
  }
  const named = reader.text(reader.uint(1));
  const value = reader.json(reader.varint());
  if (!isObject(value)) throw new DecodeError("event: not an object");
  const { api, event, params } = value;
  if (typeof event !== "string" || !isObject(params))
    throw new DecodeError("event: without a name or parameters");
  // An api named in the JSON wins over the one in the head: so the official client reads it.
  return { kind: "event", api: typeof api === "string" ? api : named, event, params, blobs: reader.blobs() };
}
