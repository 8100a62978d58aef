import type { Servers } from "../servers/start.ts";
import type { TargetName } from "../targets.ts";
import type { Opened } from "./browser.ts";
import { pollCost, type PollCost } from "./poll-cost.ts";
import { startTracing } from "./trace-page.ts";

/** No page waits longer than this between two polls of an API that answers at once, ms. */
const SLOWEST_POLL_MS = 30_000;

/** Lets a page poll in peace, and traces it. */
export async function watchPolls(
  opened: Opened,
  servers: Servers,
  name: TargetName,
  polls: number,
): Promise<PollCost> {
  // From the beginning of one poll to that of the last: what runs now is let go.
  const first = servers.calls(name).length + 1;
  const stop = await startTracing(opened);
  await servers.waitForCalls(name, first + polls + 1, (polls + 2) * SLOWEST_POLL_MS);
  const tasks = await stop();
  return pollCost(tasks, servers.calls(name).slice(first, first + polls + 1));
}
