/** How tabs that are connected answer a page without a key: with their connection's name, never the key. */

export const searchChannel = (apiAddress: string) => new BroadcastChannel(`decthings-search 1 ${apiAddress}`);

/** @returns what ends it */
export function answerSearches(apiAddress: string, connection: string): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = searchChannel(apiAddress);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "who") channel.postMessage({ connection });
  });
  return () => channel.close();
}
