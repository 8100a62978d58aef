/**
 * A body that many viewers get: hashed and compressed while it comes in, so that little is left to do once it is whole; compressed at
 * most once for each encoding, and told apart from another by its tag.
 */
import { createHash } from "node:crypto";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Below this a compressed body saves less than it costs. Bytes. */
const LEAST_BYTES = 1_024;
/** Answers are compressed while somebody waits: a higher quality takes several times as long, for a tenth less. */
const BROTLI_QUALITY = 1;
const GZIP_LEVEL = 3;
/**
 * What the compressors are fed at a time: brotli at this quality compresses each piece for itself, and small ones badly; and nothing else
 * happens while a large one is put together. Bytes.
 */
const LEAST_PIECE = 512 * 1024;
const MOST_PIECE = 4 * 1024 * 1024;
/**
 * What they give at a time. Between two of them they wait for this thread, which is busy with what comes in; and each is written to each
 * viewer: many small ones would cost more than copying them. Bytes.
 */
const CHUNK_BYTES = 512 * 1024;

/** A compressed body, perhaps still in the making. */
export interface Compressed {
  /** All of it; undefined while it is being made. */
  readonly whole: () => readonly Uint8Array[] | undefined;
  /** Its chunks from the first on, as they are made; throws where they cannot be. */
  readonly read: () => AsyncGenerator<Uint8Array>;
}

export interface PackedBody {
  readonly chunks: readonly Uint8Array[];
  readonly byteLength: number;
  /** The body's strong entity tag, without quotes. */
  readonly tag: string;
  /** Undefined: it goes as it is. */
  readonly packed: (encoding: Encoding | undefined) => Compressed | undefined;
}

/** Takes a body in. Neither function is called after `end`. */
export interface BodyPacker {
  readonly add: (chunk: Uint8Array) => void;
  readonly end: () => PackedBody;
}

/** What there is of a body, in pieces worth compressing each. */
interface Pieces {
  /** The piece with this number, from 0; undefined where it is not there yet, or the body is over. */
  readonly at: (number: number) => Uint8Array | undefined;
  /** Whether the body is over before the piece with this number. */
  readonly isOver: (number: number) => boolean;
}

/** @param wanted the encoding that is made while the body comes; others are made when they are asked for */
export function createBodyPacker(wanted: Encoding | undefined): BodyPacker {
  const chunks: Uint8Array[] = [];
  let loose: Uint8Array[] = [];
  let looseBytes = 0;
  let byteLength = 0;
  let isWhole = false;
  const hash = createHash("sha256");
  const made = new Map<Encoding, Compression>();

  const join = () => {
    const [only, ...others] = loose;
    if (only !== undefined) chunks.push(others.length === 0 ? only : Buffer.concat(loose));
    loose = [];
    looseBytes = 0;
  };
  const pieces: Pieces = {
    at(number) {
      if (number === chunks.length && looseBytes >= LEAST_PIECE) join();
      return chunks[number];
    },
    isOver: (number) => isWhole && number >= chunks.length,
  };
  const compressed = (encoding: Encoding) => {
    const compression = made.get(encoding) ?? compress(encoding, pieces);
    made.set(encoding, compression);
    return compression;
  };

  return {
    add(chunk) {
      loose.push(chunk);
      looseBytes += chunk.byteLength;
      byteLength += chunk.byteLength;
      hash.update(chunk);
      if (looseBytes >= MOST_PIECE) join();
      if (wanted !== undefined && byteLength >= LEAST_PIECE) compressed(wanted).more();
    },
    end() {
      join();
      isWhole = true;
      const packed = (encoding: Encoding | undefined) => {
        if (encoding === undefined || byteLength < LEAST_BYTES) return undefined;
        const compression = compressed(encoding);
        compression.more();
        return compression;
      };
      packed(wanted);
      return { chunks, byteLength, tag: hash.digest("base64url").slice(0, 22), packed };
    },
  };
}

/** A body that is there already. */
export function packBody(bytes: Uint8Array): PackedBody {
  const packer = createBodyPacker(undefined);
  packer.add(bytes);
  return packer.end();
}

interface Compression extends Compressed {
  /** There is more of the body, or it is over. */
  readonly more: () => void;
}

function compress(encoding: Encoding, pieces: Pieces): Compression {
  const compressor =
    encoding === "br"
      ? createBrotliCompress({
          chunkSize: CHUNK_BYTES,
          params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
        })
      : createGzip({ chunkSize: CHUNK_BYTES, level: GZIP_LEVEL });
  let taken = 0;
  let isBusy = false;
  // This thread hears of a piece that is done when it has taken in all that came: that is the next one.
  const more = () => {
    if (isBusy) return;
    const piece = pieces.at(taken);
    if (piece !== undefined) {
      taken += 1;
      isBusy = true;
      compressor.write(piece, (error) => {
        if (error) return;
        isBusy = false;
        more();
      });
    }
    if (pieces.isOver(taken) && !compressor.writableEnded) compressor.end();
  };
  const chunks: Uint8Array[] = [];
  let state: "making" | "over" | Error = "making";
  let tell = () => {};
  let news = new Promise<void>((resolve) => (tell = resolve));
  const changed = () => {
    tell();
    news = new Promise((resolve) => (tell = resolve));
  };
  compressor.on("data", (chunk: Uint8Array) => {
    chunks.push(chunk);
    changed();
  });
  compressor.on("end", () => {
    state = "over";
    changed();
  });
  compressor.on("error", (error) => {
    state = error;
    changed();
  });
  return {
    more,
    whole: () => (state === "over" ? chunks : undefined),
    async *read() {
      for (let at = 0; ; at += 1) {
        for (let chunk = chunks[at]; chunk === undefined; chunk = chunks[at]) {
          if (state === "over") return;
          if (state !== "making") throw state;
          await news;
        }
        yield chunks[at] ?? new Uint8Array();
      }
    },
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

/** A body that is there already, in the best encoding that the header takes; undefined: it goes as it is. */
export async function packFor(
  bytes: Uint8Array,
  accepted: string | undefined,
): Promise<{ readonly encoding: Encoding; readonly body: Uint8Array } | undefined> {
  const encoding = encodingFor(accepted);
  const packed = packBody(bytes).packed(encoding);
  if (encoding === undefined || packed === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of packed.read()) chunks.push(chunk);
  return { encoding, body: Buffer.concat(chunks) };
}
