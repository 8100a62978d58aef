/** What the server says about itself at `/config.json`: which way the page runs, and where the API is. */

export type Mode = "demo" | "gateway" | "direct";

export interface PageConfig {
  readonly mode: Mode;
  /** Absolute base address of the API with its version, without a trailing slash. */
  readonly apiAddress: string;
  readonly actions: boolean;
}

const MODES: readonly string[] = ["demo", "gateway", "direct"] satisfies Mode[];
const isMode = (value: unknown): value is Mode => typeof value === "string" && MODES.includes(value);

/** `/config.json` could not be had or read; the message is one sentence for the person who set the server up. */
export class PageConfigError extends Error {
  override readonly name = "PageConfigError";
}

/**
 * Reads the JSON of `/config.json`.
 * @param json the parsed body, of unknown shape
 * @param origin the page's own origin, for an address given as a path
 * @throws {PageConfigError} when the mode or the address is not usable
 */
export function readPageConfig(json: unknown, origin: string): PageConfig {
  if (typeof json !== "object" || json === null) throw new PageConfigError("config.json holds no object.");
  const { mode, apiAddress, actions }: { mode?: unknown; apiAddress?: unknown; actions?: unknown } = json;
  if (!isMode(mode)) throw new PageConfigError(`config.json: mode must be one of ${MODES.join(", ")}.`);
  if (typeof apiAddress !== "string")
    throw new PageConfigError("config.json: apiAddress must be an address.");
  const address = URL.canParse(apiAddress, origin) ? new URL(apiAddress, origin) : undefined;
  if (!address || !/^https?:$/u.test(address.protocol)) {
    throw new PageConfigError("config.json: apiAddress must be an http or https address, or a path.");
  }
  if (address.search || address.hash || address.username || address.password) {
    throw new PageConfigError("config.json: apiAddress must have no query, fragment or credentials.");
  }
  return { mode, apiAddress: address.href.replace(/\/+$/u, ""), actions: actions === true };
}

/** Fetches `/config.json` from the server that served the page. @throws {PageConfigError} */
export async function fetchPageConfig(signal: AbortSignal): Promise<PageConfig> {
  let response: Response;
  try {
    response = await fetch("/config.json", { signal, cache: "no-store", redirect: "error" });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new PageConfigError("The dashboard's server cannot be reached.", { cause });
  }
  if (!response.ok)
    throw new PageConfigError(`The dashboard's server answered ${response.status} for config.json.`);
  let json: unknown;
  try {
    json = await response.json();
  } catch (cause) {
    throw new PageConfigError("config.json is not JSON.", { cause });
  }
  return readPageConfig(json, location.origin);
}
