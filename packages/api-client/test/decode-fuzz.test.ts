/** A hundred thousand damaged frames. The seed is fixed: what fails once fails always. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readAnswer } from "../src/decode/answer.ts";
import { readPersistentLaunchers, readSysinfo } from "../src/decode/launchers.ts";
import { createComingSessions, readDebugSessions } from "../src/decode/sessions.ts";
import { readTrainingMetrics, readTrainingStatus } from "../src/decode/training.ts";
import { DecodeError } from "../src/errors.ts";
import { decodeWsMessage, encodeHttpResponse } from "../src/wire/index.ts";
import { bytesOf, VECTORS } from "./support/vectors.ts";

const FRAMES = 100_000;
/** Larger frames take long and hold no more kinds of bytes. */
const LARGEST = 4_096;
const CANARY = "canary-of-the-frames";

/** Uniform in [0, 1): Marsaglia's xorshift. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Numbers that lengths, counts and JSON go wrong at. */
const EDGES = [0, 1, 0x22, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xed, 252, 253, 254, 255];

/** A copy with one to three damages: bytes changed, cut out, put in, doubled, or the end cut off. */
function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const upTo = (count: number) => Math.floor(random() * count);
  let mutated = Buffer.from(bytes);
  for (let left = 1 + upTo(3); left > 0; left -= 1) {
    const at = upTo(mutated.length + 1);
    const to = Math.min(mutated.length, at + upTo(12));
    const byte = EDGES[upTo(EDGES.length)] ?? 0;
    switch (upTo(6)) {
      case 0:
        if (at < mutated.length) mutated[at] = byte;
        break;
      case 1:
        if (at < mutated.length) mutated[at] = (mutated[at] ?? 0) ^ (1 << upTo(8));
        break;
      case 2:
        mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(to)]);
        break;
      case 3:
        mutated = Buffer.concat([mutated.subarray(0, to), mutated.subarray(at)]);
        break;
      case 4:
        mutated = Buffer.concat([mutated.subarray(0, at), other.subarray(upTo(other.length))]);
        break;
      default:
        mutated = mutated.subarray(0, at);
    }
  }
  return mutated;
}

/** The frame of a text that is no JSON any more, with the length it has: damage behind it reaches the readers. */
const framed = (text: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([253, text.length >> 8, text.length & 255]), text]);

const session = {
  id: CANARY,
  startedAt: 1_760_000_000_000,
  modelId: "m",
  parameterDefinitions: { createState: [], train: [], evaluateInput: [], evaluateOutput: [] },
  trainingSessions: [{ id: "t", createdAt: 1_760_000_000_000, state: "running" }],
  executionLocation: { type: "temporaryLauncher", spec: { cpus: 1, memoryMebibytes: 512 } },
};

const READERS = [
  readDebugSessions,
  readTrainingStatus,
  readTrainingMetrics,
  readPersistentLaunchers,
  readSysinfo,
];

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const memory = () => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe("a hundred thousand damaged frames", { timeout: 120_000 }, () => {
  it("are answers or decode errors, which repeat nothing of them, and cost no memory", () => {
    const seeds = [
      ...VECTORS.flatMap((vector) => bytesOf(vector) ?? []),
      encodeHttpResponse({ result: { debugSessions: [session, session] } }),
      encodeHttpResponse({ error: { code: "invalid_parameter", parameterName: CANARY } }),
    ].filter((bytes) => bytes.length > 0 && bytes.length <= LARGEST);
    expect(seeds.length).toBeGreaterThan(50);
    const texts = [
      ...VECTORS.flatMap(({ decoded }) => {
        const text = Buffer.from(JSON.stringify((decoded as { response?: unknown } | null)?.response ?? {}));
        return text.length <= LARGEST ? [text] : [];
      }),
      Buffer.from(JSON.stringify({ result: { debugSessions: [session, session] } })),
    ];
    const random = randomFrom(11);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const wrong: unknown[] = [];
    let read = 0;
    let refused = 0;
    let before = 0;
    for (let frame = 0; frame < FRAMES; frame += 1) {
      if (frame === FRAMES / 10) before = memory();
      const bytes =
        frame % 2 === 0
          ? mutate(pick(seeds), pick(seeds), random)
          : framed(mutate(pick(texts), pick(texts), random));
      try {
        if (frame % 8 === 0) decodeWsMessage(bytes);
        else readAnswer<unknown>(bytes, pick(READERS));
        read += 1;
      } catch (error) {
        refused += 1;
        if (
          !(error instanceof DecodeError) ||
          error.message.includes("canary") ||
          error.cause !== undefined
        ) {
          wrong.push([Buffer.from(bytes).toString("hex"), error]);
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // Some of both, or the damage was of one kind only.
    expect(read).toBeGreaterThan(FRAMES / 100);
    expect(refused).toBeGreaterThan(FRAMES / 10);
    expect(memory() - before).toBeLessThan(10 * 1024 * 1024);
  });

  it("that come in pieces are the answers that they are as a whole, or are left to who reads the whole", () => {
    const plain = encodeHttpResponse({
      result: { debugSessions: [session, { ...session, id: "b" }, session] },
    });
    const random = randomFrom(12);
    let read = 0;
    const next = createComingSessions(1);
    for (let frame = 0; frame < FRAMES / 10; frame += 1) {
      const bytes = frame % 4 === 0 ? plain : mutate(plain, plain, random);
      const coming = next();
      let from = 0;
      for (let at = 0; at < bytes.length; at += 1 + Math.floor(random() * bytes.length)) {
        coming.look(bytes.subarray(from, at));
        from = at;
      }
      coming.look(bytes.subarray(from));
      const result = coming.result();
      if (result === undefined) continue;
      read += 1;
      expect(readAnswer(bytes, readDebugSessions)).toEqual({ result });
    }
    expect(read).toBeGreaterThan(FRAMES / 40);
    expect(read).toBeLessThan(FRAMES / 10);
  });
});
