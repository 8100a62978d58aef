import { useMemo, useState } from "react";
import type { CalmInput, CalmItems } from "./calm-items.ts";

export type Calm = (input: CalmInput) => CalmItems;

/** The rows to show, and how much waits. Until what holds them is given (`setCalm`) they come and go. */
export function useCalm({ wanted, view, hold, sessions }: CalmInput) {
  const [calm, setCalm] = useState<Calm>();
  const items = useMemo(
    () => calm?.({ wanted, view, hold, sessions }) ?? { items: wanted, arrivals: 0, moves: 0 },
    [calm, wanted, view, hold, sessions],
  );
  return { ...items, setCalm };
}
