/**
 * What the server says about itself at `/config.json`: which way the page runs, and where the API is. Its `actions`, whether it forwards
 * calls that act, is not read: the page makes none.
 */

export type Mode = "demo" | "gateway" | "direct";

export interface PageConfig {
  readonly mode: Mode;
  /** Absolute base address of the API with its version, without a trailing slash. */
  readonly apiAddress: string;
  /** Whether the server wants its access token before it answers any call. */
  readonly needsToken: boolean;
}

const MODES: readonly string[] = ["demo", "gateway", "direct"] satisfies Mode[];
const isMode = (value: unknown): value is Mode => typeof value === "string" && MODES.includes(value);

/** Why the page does not know how it runs; a number is the HTTP status of an answer that is no file. */
export type PageConfigProblem = "unreachable" | "no-json" | "no-object" | "mode" | "address" | number;

/** `/config.json` could not be had or read. The words for it are fetched when they are wanted. */
export class PageConfigError extends Error {
  override readonly name = "PageConfigError";
  readonly problem: PageConfigProblem;

  constructor(problem: PageConfigProblem, options?: ErrorOptions) {
    super(`config.json: ${problem}`, options);
    this.problem = problem;
  }
}

/**
 * Reads the JSON of `/config.json`.
 * @param json the parsed body, of unknown shape
 * @param origin the page's own origin, for an address given as a path
 * @throws {PageConfigError} when the mode or the address is not usable
 */
export function readPageConfig(json: unknown, origin: string): PageConfig {
  if (typeof json !== "object" || json === null) throw new PageConfigError("no-object");
  const { mode, apiAddress, access }: Partial<Record<string, unknown>> = json;
  if (!isMode(mode)) throw new PageConfigError("mode");
  const address =
    typeof apiAddress === "string" && URL.canParse(apiAddress, origin)
      ? new URL(apiAddress, origin)
      : undefined;
  // No query, fragment or credentials, either.
  if (
    !address ||
    !/^https?:$/u.test(address.protocol) ||
    address.href !== address.origin + address.pathname
  ) {
    throw new PageConfigError("address");
  }
  return {
    mode,
    apiAddress: address.href.replace(/\/+$/u, ""),
    needsToken: access === "needed",
  };
}

/** Fetches `/config.json` from the server that served the page. @throws {PageConfigError} */
export async function fetchPageConfig(signal?: AbortSignal): Promise<PageConfig> {
  let response: Response;
  try {
    response = await fetch("/config.json", { signal: signal ?? null, cache: "no-store", redirect: "error" });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new PageConfigError("unreachable", { cause });
  }
  if (!response.ok) throw new PageConfigError(response.status);
  let json: unknown;
  try {
    json = await response.json();
  } catch (cause) {
    throw new PageConfigError("no-json", { cause });
  }
  return readPageConfig(json, location.origin);
}
