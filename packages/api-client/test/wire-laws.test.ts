import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecthingsTensor, type TensorElement, type TensorType } from "../src/tensor.ts";
import { Reader } from "../src/wire/reader.ts";
import { varintLength, writeVarint } from "../src/wire/varint.ts";
import {
  DecodeError,
  decodeHttpRequest,
  decodeHttpResponse,
  decodeWsMessage,
  decodeWsRequest,
  encodeHttpRequest,
  encodeHttpResponse,
  encodeWsEvent,
  encodeWsRequest,
  encodeWsResponse,
} from "../src/wire/index.ts";

const json = fc.jsonValue({ noUnicodeString: false, depthSize: "small" });
const object = fc.dictionary(fc.string({ unit: "grapheme" }), json, { maxKeys: 4 });
const blobs = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 250, max: 260 }).map((length) => new Uint8Array(length)) },
  ),
  { maxLength: 4 },
);
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
/** JSON has no -0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const body = fc.oneof(
  json.filter((value) => value !== null).map((result) => ({ result: plain(result) })),
  fc.record({ code: fc.string() }).map((error) => ({ error })),
);

const elements: Record<string, fc.Arbitrary<TensorElement>> = {
  f32: fc.float(),
  f64: fc.double(),
  i8: fc.integer({ min: -128, max: 127 }),
  i16: fc.integer({ min: -32_768, max: 32_767 }),
  i32: fc.integer(),
  i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  u8: fc.integer({ min: 0, max: 255 }),
  u16: fc.integer({ min: 0, max: 65_535 }),
  u32,
  u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  string: fc.string({ unit: "grapheme" }),
  binary: fc.uint8Array({ maxLength: 300 }),
  boolean: fc.boolean(),
  image: fc.record({ format: fc.string({ maxLength: 5 }), data: fc.uint8Array() }, { noNullPrototype: true }),
};

const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
const tensor = fc.constantFrom(...Object.keys(elements)).chain((type) =>
  shape.chain((dimensions) => {
    const length = dimensions.reduce((product, dimension) => product * dimension, 1);
    return fc
      .array(elements[type] ?? fc.boolean(), { minLength: length, maxLength: length })
      .map((data) => new DecthingsTensor(data, type as TensorType, dimensions));
  }),
);

describe("round trips", () => {
  it("a varint is read as it was written, in as few bytes as it takes", () => {
    fc.assert(
      fc.property(fc.oneof(u32, fc.maxSafeNat(), fc.constantFrom(252, 253, 65_535, 65_536)), (value) => {
        const bytes = new Uint8Array(varintLength(value));
        expect(writeVarint(bytes, 0, value)).toBe(bytes.length);
        expect(new Reader(bytes).varint()).toBe(value);
      }),
    );
  });

  it("a request and an answer over HTTP", () => {
    fc.assert(
      fc.property(json, body, blobs, (params, answer, data) => {
        expect(decodeHttpRequest(encodeHttpRequest(params, data))).toEqual({
          params: plain(params),
          blobs: data,
        });
        expect(decodeHttpResponse(encodeHttpResponse(answer, data))).toEqual({ body: answer, blobs: data });
      }),
    );
  });

  it("a request, an answer and an event over the WebSocket", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(u32, name, name, object, body, blobs, (id, api, method, given, answer, data) => {
        const params = plain(given);
        const message = { api, method, params, apiKey: "key" };
        expect(decodeWsRequest(encodeWsRequest(id, message, data))).toEqual({ id, message, blobs: data });
        expect(decodeWsMessage(encodeWsResponse(id, answer, data))).toEqual({
          kind: "response",
          id,
          body: answer,
          blobs: data,
        });
        const event = { kind: "event", api, event: method, params, blobs: data };
        expect(decodeWsMessage(encodeWsEvent(api, method, params, data))).toEqual(event);
      }),
    );
  });

  it("a tensor of every type, whatever follows it", () => {
    fc.assert(
      fc.property(tensor, fc.uint8Array({ maxLength: 9 }), (given, after) => {
        const bytes = given.serialize();
        const [read, length] = DecthingsTensor.deserialize(Buffer.concat([bytes, after]));
        expect(length).toBe(bytes.length);
        expect([read.type(), read.shape()]).toEqual([given.type(), given.shape()]);
        const ofBuffer = (element: TensorElement) =>
          element instanceof Uint8Array
            ? [...element]
            : typeof element === "object"
              ? [...element.data]
              : element;
        expect(read.asOneDimensional().map(ofBuffer)).toEqual(given.asOneDimensional().map(ofBuffer));
        expect(read.serialize()).toEqual(bytes);
      }),
    );
  });
});

const DECODERS: [name: string, decode: (bytes: Uint8Array) => unknown][] = [
  ["decodeHttpRequest", decodeHttpRequest],
  ["decodeHttpResponse", decodeHttpResponse],
  ["decodeWsRequest", decodeWsRequest],
  ["decodeWsMessage", decodeWsMessage],
  ["DecthingsTensor.deserialize", (bytes) => DecthingsTensor.deserialize(bytes)],
];

/** Decodes, or says that it was refused in the typed way; any other error passes through and fails the test. */
function attempt(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

const frames: [decode: (bytes: Uint8Array) => unknown, frame: fc.Arbitrary<Uint8Array>][] = [
  [decodeHttpRequest, fc.tuple(object, blobs).map(([params, data]) => encodeHttpRequest(params, data))],
  [decodeHttpResponse, fc.tuple(body, blobs).map(([answer, data]) => encodeHttpResponse(answer, data))],
  [
    decodeWsMessage,
    fc.tuple(object, blobs).map(([params, data]) => encodeWsEvent("Debug", "stdout", params, data)),
  ],
  [(bytes) => DecthingsTensor.deserialize(bytes), tensor.map((given) => given.serialize())],
];

describe("broken bytes", () => {
  it("of a request or a tensor: every prefix is refused", () => {
    for (const [decode, frame] of [frames[0], frames[3]].filter((entry) => entry !== undefined)) {
      fc.assert(
        fc.property(frame, (bytes) => {
          for (let length = 0; length < bytes.length; length++) {
            expect(attempt(decode, bytes.subarray(0, length))).toBeUndefined();
          }
        }),
        { numRuns: 40 },
      );
    }
  });

  it("of an answer or an event: a prefix is refused, unless it ends where a blob ends and then holds just those", () => {
    fc.assert(
      fc.property(body, blobs, (answer, data) => {
        const bytes = encodeHttpResponse(answer, data);
        const ends = data.map((_, count) => encodeHttpResponse(answer, data.slice(0, count)).length);
        for (let length = 0; length < bytes.length; length++) {
          const count = ends.indexOf(length);
          const whole = count < 0 ? undefined : { body: answer, blobs: data.slice(0, count) };
          expect(attempt(decodeHttpResponse, bytes.subarray(0, length))).toEqual(whole);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("with a bit flipped: they decode or are refused, and nothing else", () => {
    for (const [decode, frame] of frames) {
      fc.assert(
        fc.property(frame, fc.nat(), fc.integer({ min: 0, max: 7 }), (bytes, at, bit) => {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          expect(() => attempt(decode, bytes)).not.toThrow();
        }),
        { numRuns: 300 },
      );
    }
  });

  it.each(DECODERS)("%s decodes or refuses any bytes, and nothing else", (_, decode) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(() => attempt(decode, bytes)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe("lengths", () => {
  // Each announces far more than it holds: a JSON, a blob, the blobs of a request, a tensor's data, its elements.
  const huge = ["fe7fffffff", "ff001fffffffffffff", "ffffffffffffffffff"];
  const announcing = huge.flatMap((length) => [
    `${length}7b7d`,
    `0d7b22726573756c74223a7b7d7d${length}61`,
    `01${length}${length}7b7d`,
    `0000000000${length}7b7d`,
    `010544656275 67${length}7b7d`.replaceAll(" ", ""),
    `0101${length}00`,
    `0b01${length}00`,
    `0b01${length}fd00016161`,
    `0702${length}${length}00`,
    `0c00${length}00`,
  ]);

  it.each(DECODERS)("%s allocates nothing for a length that is not there", (_, decode) => {
    for (const hex of announcing) {
      const bytes = new Uint8Array(Buffer.from(hex, "hex"));
      const before = process.memoryUsage();
      const decoded = attempt(decode, bytes);
      const after = process.memoryUsage();
      expect({ hex, decoded }).toEqual({ hex, decoded: undefined });
      expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1e6);
      expect(after.heapUsed - before.heapUsed).toBeLessThan(8e6);
    }
  });

  it("a JSON nested ten thousand deep is no answer, and no overflow", () => {
    const deep = new TextEncoder().encode("[".repeat(10_000) + "]".repeat(10_000));
    const bytes = Buffer.concat([Buffer.from("fd4e20", "hex"), deep]);
    expect(attempt(decodeHttpResponse, bytes)).toBeUndefined();
    expect(decodeHttpRequest(Buffer.concat([Buffer.from([0]), bytes])).blobs).toEqual([]);
  });
});
