/** A body that many viewers get: compressed at most once for each encoding, told apart from another by its tag. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Below this a compressed body saves less than it costs. Bytes. */
const LEAST_BYTES = 1_024;
/** Answers are compressed while somebody waits: a higher quality takes several times as long, for a tenth less. */
const BROTLI_QUALITY = 1;
const GZIP_LEVEL = 3;

export interface PackedBody {
  readonly bytes: Buffer;
  /** The body's strong entity tag, without quotes. */
  readonly tag: string;
  /** The chunks of the compressed body from its first on, as they are made; undefined: it goes as it is. */
  readonly packed: (encoding: Encoding | undefined) => AsyncIterable<Uint8Array> | undefined;
}

export function packBody(bytes: Buffer): PackedBody {
  const made = new Map<Encoding, () => AsyncGenerator<Uint8Array>>();
  return {
    bytes,
    tag: createHash("sha256").update(bytes).digest("base64url").slice(0, 22),
    packed(encoding) {
      if (encoding === undefined || bytes.byteLength < LEAST_BYTES) return undefined;
      const read = made.get(encoding) ?? replayed(compress(bytes, encoding));
      made.set(encoding, read);
      return read();
    },
  };
}

function compress(bytes: Buffer, encoding: Encoding): AsyncIterable<Uint8Array> {
  const compressor =
    encoding === "br"
      ? createBrotliCompress({
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          },
        })
      : createGzip({ level: GZIP_LEVEL });
  return Readable.from([bytes]).pipe(compressor);
}

/** Reads a source once, and gives its chunks to any number of readers, each from the first on. */
function replayed(source: AsyncIterable<Uint8Array>): () => AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let isOver = false;
  let tell = () => {};
  let news = new Promise<void>((resolve) => (tell = resolve));
  void (async () => {
    for await (const chunk of source) {
      chunks.push(chunk);
      tell();
      news = new Promise((resolve) => (tell = resolve));
    }
    isOver = true;
    tell();
  })();
  return async function* () {
    for (let at = 0; ; at += 1) {
      for (let chunk = chunks[at]; ; chunk = chunks[at]) {
        if (chunk !== undefined) {
          yield chunk;
          break;
        }
        if (isOver) return;
        await news;
      }
    }
  };
}

/** The best encoding that an Accept-Encoding header takes; undefined: none of them. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const taken = new Set(
    (accepted ?? "").split(",").flatMap((one) => {
      const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      const refused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
      return refused ? [] : [name];
    }),
  );
  return (["br", "gzip"] as const).find((encoding) => taken.has(encoding));
}
