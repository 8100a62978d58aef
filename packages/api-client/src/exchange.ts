/** One request and its whole answer, over fetch. Throws the error classes only; an abort is the caller's to name. */
import { DecodeError, HttpStatusError, NetworkError } from "./errors.ts";
import { readRetryAfter } from "./retry-after.ts";
import { join } from "./wire/frame.ts";

/** A body in the chunks that it came in: who reads it meanwhile never needs it whole, and many megabytes are slow to copy. */
export interface AnswerBody {
  /** Bytes. */
  readonly length: number;
  readonly whole: () => Uint8Array;
}

/**
 * The body, read chunk by chunk: its announced length is nothing to rely on.
 * @param onMore told each chunk; what it throws is thrown as it is, for it says nothing of the connection
 */
async function readBody(
  response: Response,
  maxBytes: number,
  onMore: ((chunk: Uint8Array) => void) | undefined,
): Promise<AnswerBody> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const next = async () => {
    try {
      return (await (reader ??= response.body?.getReader())?.read())?.value;
    } catch {
      throw new NetworkError("The connection broke before the whole answer was there");
    }
  };
  try {
    for (let chunk = await next(); chunk; chunk = await next()) {
      length += chunk.length;
      if (length > maxBytes) break;
      chunks.push(chunk);
      onMore?.(chunk);
    }
  } finally {
    // What nobody reads any more is not fetched; of a body that is at its end nothing is left.
    void reader?.cancel().catch(() => undefined);
  }
  if (length > maxBytes) throw new DecodeError(`answer: longer than ${maxBytes} bytes`);
  return { length, whole: () => join(chunks) };
}

export interface WholeAnswer {
  response: Response;
  body: AnswerBody;
}

/** Any status; but where a status other than 2xx has no readable body, the status is what counts. */
export async function exchange(
  send: typeof fetch,
  url: string,
  init: { body: Uint8Array<ArrayBuffer>; headers: Headers; signal: AbortSignal },
  { maxBytes, onMore }: { maxBytes: number; onMore: ((chunk: Uint8Array) => void) | undefined },
): Promise<WholeAnswer> {
  let response: Response;
  try {
    response = await send(url, {
      ...init,
      method: "POST",
      // A redirect would carry the key to another address. Cookies go to the page's own server, which may ask for one, and to
      // no other.
      redirect: "error",
      credentials: "same-origin",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
  } catch {
    throw new NetworkError("No answer: the server is out of reach, redirects, or the browser bars it");
  }
  try {
    return { response, body: await readBody(response, maxBytes, onMore) };
  } catch (error) {
    throw response.ok ? error : statusError(response);
  }
}

export const statusError = ({ status, headers }: Response): HttpStatusError =>
  new HttpStatusError(status, readRetryAfter(headers, Date.now()));
