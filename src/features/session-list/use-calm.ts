import { useEffect, useMemo, useState } from "react";
import { fetchModule } from "../../ui/fetch-module.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import type { CalmInput, CalmItems } from "./calm-items.ts";

type Calm = (input: CalmInput) => CalmItems;

let make: (() => Calm) | undefined;

const waiting = onDemand(
  () => import("./waiting.tsx"),
  (file) => file.Waiting,
  { waiting: null, quiet: true },
);

/** Tells how much waits. Nothing does before it is fetched together with what holds rows. */
export const Waiting = waiting.Show;

/** Fetches what holds rows in place: only a list that somebody is at needs it. */
export async function prepareCalm(): Promise<void> {
  waiting.prepare();
  make ??= (await fetchModule(() => import("./calm-items.ts"))).createCalm;
}

/** The rows to show, and how much waits. Until what holds them is here they come and go. An effect, because fetching is the browser's work. */
export function useCalm({ wanted, view, hold, sessions }: CalmInput): CalmItems {
  const [calm, setCalm] = useState(() => make?.());
  const isWanted = calm === undefined && hold !== "nothing";
  useEffect(() => {
    if (!isWanted) return;
    prepareCalm().then(
      () => setCalm(() => make?.()),
      () => undefined,
    );
  }, [isWanted]);
  return useMemo(
    () => calm?.({ wanted, view, hold, sessions }) ?? { items: wanted, arrivals: 0, moves: 0 },
    [calm, wanted, view, hold, sessions],
  );
}
