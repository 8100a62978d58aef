import { fetchPageConfig, type PageConfig } from "./page-config.ts";

let prepared: Promise<PageConfig> | undefined;

/** Begins to fetch `/config.json`: whoever asks for it first gets that. */
export function preparePageConfig(): void {
  prepared = fetchPageConfig();
  // Who asks hears of a failure.
  prepared.catch(() => undefined);
}

/** `/config.json`, as it was prepared, or fetched now. @throws {PageConfigError} */
export function pageConfig(signal: AbortSignal): Promise<PageConfig> {
  const first = prepared;
  prepared = undefined;
  return first ?? fetchPageConfig(signal);
}
