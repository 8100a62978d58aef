/** What an answer's body means to a call: its typed result, or the API's error. */
import type { ApiAnswer, ApiError, KnownApiError } from "../types.ts";
import { decodeHttpResponse } from "../wire/http.ts";
import { readObject } from "./read.ts";

/** Narrows an error to one this client knows; comparing its code cannot, for an unknown code may be any string. */
export const hasErrorCode = <C extends KnownApiError["code"]>(
  error: ApiError,
  code: C,
): error is Extract<KnownApiError, { code: C }> => error.code === code;

/** Reads the result of one method; throws DecodeError only. */
export type ReadResult<T> = (result: unknown, blobs: readonly Uint8Array[]) => T;

/** Fields that the words on the screen rely on are there even when the server leaves them out. */
function readApiError(error: { code: string; parameterName?: unknown; reason?: unknown }): ApiError {
  if (error.code !== "invalid_parameter") return error;
  const { parameterName, reason } = error;
  return {
    ...error,
    code: error.code,
    parameterName: typeof parameterName === "string" ? parameterName : "",
    reason: typeof reason === "string" ? reason : "",
  };
}

/** Reads a result while its answer comes. */
export interface ComingResult<T> {
  /** @param chunk the next of the body */
  readonly look: (chunk: Uint8Array) => void;
  /** What the body holds, all of which has come; undefined where it has a form that is only read whole. */
  readonly result: () => T | undefined;
}

export function readAnswer<T>(bytes: Uint8Array, read: ReadResult<T>): ApiAnswer<T> {
  const { body, blobs } = decodeHttpResponse(bytes);
  return "error" in body ? { error: readApiError(body.error) } : { result: read(body.result, blobs) };
}

/** Methods that answer `{}`: whatever fields come are of no use to a caller. */
export function readNothing(result: unknown): Record<string, never> {
  readObject(result, "result");
  return {};
}
