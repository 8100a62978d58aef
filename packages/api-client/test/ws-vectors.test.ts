/** Every WebSocket vector through the codec, in both directions. */
import { describe, expect, it } from "vitest";
import {
  DecodeError,
  decodeWsMessage,
  decodeWsRequest,
  encodeWsEvent,
  encodeWsRequest,
  encodeWsResponse,
} from "../src/wire/index.ts";
import { bytesOf, toHex, VECTORS, type Vector } from "./support/vectors.ts";

const kind = (direction: Vector["direction"]) => VECTORS.filter((vector) => vector.direction === direction);
const sound = (vector: Vector) => vector.outcome === "ok";
const bytes = (vector: Vector) => bytesOf(vector) ?? new Uint8Array();

/** Frames that are read but not written in the same bytes: a kind byte other than 1, and an api named twice. */
const READ_ONLY = new Set(["ws-event.first-byte-2", "ws-event.json-api-overrides-header"]);

describe("requests", () => {
  const silent = "ws-req.unsubscribeFromEvents.no-socket";

  it.each(kind("ws-request").filter(({ name }) => name !== silent))("$name", (vector) => {
    const { id, message, blobs } = decodeWsRequest(bytes(vector));
    expect(vector.decoded).toMatchObject({ id, message });
    expect(toHex(encodeWsRequest(id, message, blobs))).toBe(vector.hex);
  });

  it(`${silent}: where nothing was sent there is nothing to read`, () => {
    const vector = kind("ws-request").find(({ name }) => name === silent);
    expect(vector && bytes(vector)).toEqual(new Uint8Array());
    expect(() => decodeWsRequest(new Uint8Array())).toThrow(DecodeError);
  });
});

describe("answers", () => {
  it.each(kind("ws-response").filter(sound))("$name", (vector) => {
    const message = decodeWsMessage(bytes(vector));
    if (message.kind !== "response") throw new Error("an event");
    const { id, body, blobs } = message;
    expect({ id, response: body, blobs: blobs.map(toHex) }).toEqual(vector.decoded);
    expect(toHex(encodeWsResponse(id, body, blobs))).toBe(toHex(bytes(vector)));
  });
});

describe("events", () => {
  it.each(kind("ws-event").filter(sound))("$name", (vector) => {
    const message = decodeWsMessage(bytes(vector));
    if (message.kind !== "event") throw new Error("an answer");
    const { api, event, params, blobs } = message;
    expect({ event: { api, event, params }, blobs: blobs.map(toHex) }).toEqual(vector.decoded);
    const written = toHex(encodeWsEvent(api, event, params, blobs));
    expect(written === vector.hex).toBe(!READ_ONLY.has(vector.name));
  });
});

describe("broken messages", () => {
  const broken = [...kind("ws-response"), ...kind("ws-event")].filter((vector) => !sound(vector));
  it.each(broken)("$name is refused", (vector) => {
    expect(() => decodeWsMessage(bytes(vector))).toThrow(DecodeError);
  });

  it("are six", () => {
    expect(broken).toHaveLength(6);
  });
});
