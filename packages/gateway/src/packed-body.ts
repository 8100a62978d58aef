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
/** What the compressors are fed at a time: brotli at this quality compresses each piece for itself, and small ones badly. Bytes. */
const PIECE_BYTES = 512 * 1024;
/** What they give at a time. Each chunk is written to each viewer: many small ones would cost more than copying them. Bytes. */
const CHUNK_BYTES = 128 * 1024;

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

/** @param wanted the encoding that is made while the body comes; others are made when they are asked for */
export function createBodyPacker(wanted: Encoding | undefined): BodyPacker {
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  const made = new Map<Encoding, Compression>();
  let byteLength = 0;
  let pieceFrom = 0;
  let pieceBytes = 0;

  const begun = (encoding: Encoding) => {
    const compression = made.get(encoding) ?? compress(encoding);
    made.set(encoding, compression);
    return compression;
  };
  const feed = (encoding: Encoding) => {
    begun(encoding).write(chunks.slice(pieceFrom));
    pieceFrom = chunks.length;
    pieceBytes = 0;
  };

  return {
    add(chunk) {
      chunks.push(chunk);
      hash.update(chunk);
      byteLength += chunk.byteLength;
      pieceBytes += chunk.byteLength;
      if (wanted !== undefined && pieceBytes >= PIECE_BYTES) feed(wanted);
    },
    end() {
      if (wanted !== undefined && byteLength >= LEAST_BYTES) {
        feed(wanted);
        begun(wanted).end();
      }
      return {
        chunks,
        byteLength,
        tag: hash.digest("base64url").slice(0, 22),
        packed(encoding) {
          if (encoding === undefined || byteLength < LEAST_BYTES) return undefined;
          const before = made.get(encoding);
          if (before !== undefined) return before;
          const compression = begun(encoding);
          compression.write(chunks);
          compression.end();
          return compression;
        },
      };
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
  readonly write: (chunks: readonly Uint8Array[]) => void;
  readonly end: () => void;
}

function compress(encoding: Encoding): Compression {
  const compressor =
    encoding === "br"
      ? createBrotliCompress({
          chunkSize: CHUNK_BYTES,
          params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
        })
      : createGzip({ chunkSize: CHUNK_BYTES, level: GZIP_LEVEL });
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
    write: (piece) => void compressor.write(piece.length === 1 ? piece[0] : Buffer.concat(piece)),
    end: () => void compressor.end(),
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
