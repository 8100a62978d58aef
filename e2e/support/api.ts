/** What the simulated API says, asked directly: the tests compare the page with it. */
import { type DebugSession, DecthingsClient } from "@decthings/api-client";
import type { Dashboard } from "./test.ts";

/** Every session that runs now. The call counts among the simulator's. */
export async function runningSessions({
  apiUrl,
}: Pick<Dashboard, "apiUrl">): Promise<readonly DebugSession[]> {
  const client = new DecthingsClient({ httpServerAddress: apiUrl });
  try {
    const { result, error } = await client.debug.getDebugSessions();
    if (error) throw new Error(`The simulator answered ${error.code}.`);
    return result.debugSessions;
  } finally {
    client.close();
  }
}

/** One session that runs now, by the beginning of its id. */
export async function sessionNamed(dashboard: Dashboard, beginning: string): Promise<DebugSession> {
  const session = (await runningSessions(dashboard)).find(({ id }) => id.startsWith(beginning));
  if (!session) throw new Error(`No session ${beginning} runs at the beginning of the tests.`);
  return session;
}
