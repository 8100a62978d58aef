/**
 * Numbers that look random and are a pure function of four words. The whole world hangs on these: the same words give
 * the same stream on every machine, so no instant of the world depends on how it was reached.
 */

/**
 * One stream of draws, for these words (each taken modulo 2^32); every method takes the next word of it. The generator
 * is sfc32: its step is a bijection of 128 bits of state, so different words never share a state, and ids drawn from
 * different streams do not meet. It is a class because a world of thousands makes several streams for each session.
 */
export class Random {
  #x: number;
  #y: number;
  #z: number;
  #counter: number;

  constructor(a: number, b: number, c: number, salt: number) {
    this.#x = a | 0;
    this.#y = b | 0;
    this.#z = c | 0;
    this.#counter = salt | 0;
    // Small inputs leave most bits of the state zero; these steps spread them before the first draw.
    for (let i = 0; i < 15; i++) this.word();
  }

  /** An unsigned 32-bit word. */
  word(): number {
    const out = (this.#x + this.#y + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#x = this.#y ^ (this.#y >>> 9);
    this.#y = (this.#z + (this.#z << 3)) | 0;
    this.#z = (((this.#z << 21) | (this.#z >>> 11)) + out) | 0;
    return out >>> 0;
  }

  /** A real number in [0, 1). */
  unit(): number {
    return this.word() / 4_294_967_296;
  }

  /** An integer in [low, high], both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.unit() * choices.length)] ?? choices[0];
  }

  /** A version 4 UUID in lower case. */
  uuid(): string {
    return uuidOf(this.word(), this.word(), this.word(), this.word());
  }
}

const HEX = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, "0"));
const hex4 = (n: number) => HEX[n & 0xffff] ?? "";
const hex8 = (n: number) => hex4(n >>> 16) + hex4(n);

function uuidOf(a: number, b: number, c: number, d: number): string {
  const version = 0x4000 | (b & 0x0fff);
  const variant = 0x8000 | (c & 0x3fff);
  return `${hex8(a)}-${hex4(b >>> 16)}-${hex4(version)}-${hex4(variant)}-${hex4(c >>> 16)}${hex8(d)}`;
}

/** What a stream is drawn for; each purpose has its own, so that adding a draw to one moves nothing in another. */
export const SALT = {
  model: 1,
  launcher: 2,
  slot: 3,
  boundary: 4,
  life: 5,
  curve: 6,
  load: 7,
  flap: 8,
  past: 9,
} as const;
