/** One API address with its client and what was observed there. */
import { DecthingsClient } from "@decthings/api-client";
import type { Mode, PageConfig } from "./page-config.ts";
import { createPoller, type Poller } from "./poller.ts";

export interface Connection {
  readonly mode: Mode;
  /** Base address of the API. */
  readonly address: string;
  /** The API's host, as the person knows it. */
  readonly host: string;
  /** Tells connections of one page apart: another key is another connection. */
  readonly serial: number;
  readonly poller: Poller;
  readonly close: () => void;
}

let made = 0;

/** @param apiKey the key of direct mode; in the other modes the server holds it */
export function connect(config: PageConfig, apiKey: string | undefined): Connection {
  const client = new DecthingsClient({
    httpServerAddress: config.apiAddress,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  made += 1;
  return {
    mode: config.mode,
    address: config.apiAddress,
    host: new URL(config.apiAddress).host,
    serial: made,
    poller: createPoller(client),
    close: () => client.close(),
  };
}
