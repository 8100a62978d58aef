/** One API address with its client and what was observed there. */
import { DecthingsClient } from "@decthings/api-client";
import { connectionName } from "../history/connection-name.ts";
import { keepHistory, type Kept } from "../history/keep.ts";
import { createWatch } from "../history/watch.ts";
import { epochNow } from "./clock.ts";
import type { Mode, PageConfig } from "./page-config.ts";
import { createPoller, type Poller } from "./poller.ts";

export interface Connection {
  readonly mode: Mode;
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
  const watch = createWatch();
  const name = connectionName(config.apiAddress, apiKey);
  let kept: Kept | undefined;
  // Storage is opened by the first poll, not by making a connection: one that is never used takes no turn at writing.
  const keep = () =>
    keepHistory(watch, {
      lock: name.then((connection) => `decthings-history ${connection ?? ""}`),
      // The store comes after the first rows: its code is fetched beside the first answer.
      open: async (onNotice) => {
        const [{ openHistory }, connection] = await Promise.all([import("../history/store.ts"), name]);
        return openHistory(connection, { onNotice, now: epochNow });
      },
    });
  return {
    mode: config.mode,
    host: new URL(config.apiAddress).host,
    serial: made,
    poller: createPoller(client, { watch, ready: () => (kept ??= keep()).ready }),
    close: () => {
      kept?.close();
      client.close();
    },
  };
}
