import { type ComingResult, readAnswer, type ReadResult } from "./decode/answer.ts";
import { withDeadline } from "./deadline.ts";
import { ClosedError, DecodeError } from "./errors.ts";
import { exchange, statusError, type WholeAnswer } from "./exchange.ts";
import { requestHeaders, requestUrl } from "./request.ts";
import type { ApiAnswer, CallOptions, ClientOptions } from "./types.ts";
import { encodeHttpRequest } from "./wire/http.ts";

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** What a whole answer means. A readable error of the API counts whatever the status; else the status does. */
function readWhole<T>(
  { response, body }: WholeAnswer,
  read: ReadResult<T>,
  coming: ComingResult<T> | undefined,
): ApiAnswer<T> {
  if (response.ok) {
    const result = coming?.result();
    return result === undefined ? readAnswer(body.whole(), read) : { result };
  }
  try {
    const answer = readAnswer(body.whole(), () => undefined);
    if (answer.error) return answer;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
  throw statusError(response);
}

/** Makes calls with one address and one key; the clients are tables of methods over it. */
export class Caller {
  readonly #options: Omit<ClientOptions, "apiKey">;
  readonly #inFlight = new Set<AbortController>();
  #apiKey = "";
  #closed = false;

  constructor({ apiKey, ...others }: ClientOptions) {
    this.#options = others;
    this.setApiKey(apiKey);
  }

  setApiKey(apiKey: string | null | undefined): void {
    this.#apiKey = typeof apiKey === "string" ? apiKey.trim() : "";
  }

  close(): void {
    this.#closed = true;
    this.#apiKey = "";
    for (const controller of this.#inFlight) controller.abort(new ClosedError());
  }

  async call<T>(
    method: string,
    params: unknown,
    { signal, timeoutMs = DEFAULT_TIMEOUT_MS, onExchange }: CallOptions,
    read: ReadResult<T>,
    coming?: ComingResult<T>,
  ): Promise<ApiAnswer<T>> {
    if (this.#closed) throw new ClosedError();
    const { httpServerAddress, extraHeaders, fetch: send = fetch, maxResponseBytes } = this.#options;
    const url = requestUrl(httpServerAddress, method);
    const headers = requestHeaders(extraHeaders, this.#apiKey);
    const body = encodeHttpRequest(params);
    const controller = new AbortController();
    this.#inFlight.add(controller);
    const sentAt = Date.now();
    let whole: WholeAnswer;
    try {
      whole = await withDeadline(controller, { signal, timeoutMs }, (abort) =>
        exchange(
          send,
          url,
          { body, headers, signal: abort },
          { maxBytes: maxResponseBytes ?? DEFAULT_MAX_BYTES, onMore: coming?.look },
        ),
      );
    } finally {
      this.#inFlight.delete(controller);
    }
    const { response } = whole;
    onExchange?.({
      status: response.status,
      headers: response.headers,
      bytes: whole.body.length,
      sentAt,
      receivedAt: Date.now(),
    });
    return readWhole(whole, read, coming);
  }
}
