/** How a page without a key finds the tabs of this browser that are connected. */
import { searchChannel } from "./search-tabs.ts";

/** Tabs that are there answer within this time. Ms. */
const PATIENCE_MS = 400;

/** The one connection that other tabs have with the API; undefined when there is none, or several to choose from. */
export async function findConnection(apiAddress: string): Promise<string | undefined> {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = searchChannel(apiAddress);
  const found = new Set<string>();
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const connection =
      typeof data === "object" && data !== null && "connection" in data ? data.connection : undefined;
    if (typeof connection === "string") found.add(connection);
  });
  channel.postMessage("who");
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  channel.close();
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}
