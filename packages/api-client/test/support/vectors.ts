/** The wire vectors: bytes made by running the official client, and what it made of bytes given to it. */
import { readFileSync } from "node:fs";

export interface Vector {
  name: string;
  direction: "request" | "response" | "ws-request" | "ws-response" | "ws-event";
  method?: string;
  http?: { method?: string; path?: string; status?: number; headers: Record<string, string> };
  hex?: string | null;
  generator?: { js: string };
  textFrame?: string;
  byteLength?: number;
  sha256?: string;
  decoded: unknown;
  /** Whether the official client's promise resolved. */
  outcome: "ok" | "error";
  clientResult?: unknown;
}

const file = new URL("../fixtures/wire-vectors.json", import.meta.url);
export const VECTORS = JSON.parse(readFileSync(file, "utf8")) as Vector[];

function varint(value: number): Buffer {
  if (value < 253) return Buffer.from([value]);
  const size = value <= 0xffff ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = size === 2 ? 0xfd : 0xfe;
  bytes.writeUIntBE(value, 1, size);
  return bytes;
}

/** What a generator's expression may use. */
const TOOLS = {
  cat: (...parts: Uint8Array[]) => Buffer.concat(parts),
  hex: (text: string) => Buffer.from(text, "hex"),
  utf8: (text: string) => Buffer.from(text, "utf8"),
  fill: (byte: number, length: number) => Buffer.alloc(length, byte),
  varint,
};

/** The bytes of a vector; undefined where nothing was sent. */
export function bytesOf({ hex, generator, textFrame }: Vector): Uint8Array | undefined {
  if (generator) {
    // The expressions are part of the fixture in this repository.
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
    const make = new Function(...Object.keys(TOOLS), `return ${generator.js}`);
    return new Uint8Array((make as (...tools: unknown[]) => Buffer)(...Object.values(TOOLS)));
  }
  if (textFrame !== undefined) return new TextEncoder().encode(textFrame);
  return typeof hex === "string" ? new Uint8Array(Buffer.from(hex, "hex")) : undefined;
}

export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
