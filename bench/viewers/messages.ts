/** What the bench's processes tell the one that started them. */

/** A process that serves has its address. */
export interface Ready {
  readonly kind: "ready";
  /** Of the gateway without a slash at the end; of the API with its version. */
  readonly url: string;
}

/** One list call that the simulated API answered, from its arrival to the last byte handed on. Epoch ms with fractions. */
export interface UpstreamCall {
  readonly kind: "call";
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What the gateway's process holds, bytes. */
export interface Memory {
  readonly kind: "memory";
  readonly rss: number;
  /** The JavaScript heap, and the buffers beside it. */
  readonly heap: number;
  /** Time on a processor since it began, all threads, ms. */
  readonly cpuMs: number;
}

/** Epoch ms with fractions: one clock for all processes of the machine. */
export const now = (): number => performance.timeOrigin + performance.now();
