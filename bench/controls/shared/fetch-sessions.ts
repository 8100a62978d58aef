import { type DebugSession, DecthingsClient } from "@decthings/api-client";

const client = new DecthingsClient({ httpServerAddress: "/v0" });

/** Between two polls, ms. */
export const INTERVAL_MS = 5_000;

/** One list call, decoded. @throws whatever the client throws, and an Error for an error of the API */
export async function fetchSessions(): Promise<readonly DebugSession[]> {
  const { result, error } = await client.debug.getDebugSessions();
  if (error) throw new Error(error.code);
  return result.debugSessions;
}
