import type { ComponentProps } from "react";
import type { Polling } from "../api/polling.ts";
import type { Known } from "../domain/known.ts";
import type { ListSign } from "../features/session-list/session-list-page.tsx";
import { Announcer } from "../features/summary/announcer.tsx";
import { HeldSparkline } from "../features/summary/held-sparkline.tsx";
import { SteadyView } from "../ui/steady-view.tsx";

interface ListSignsProps extends Pick<ComponentProps<typeof HeldSparkline>, "view" | "staleFrom"> {
  readonly sign: ListSign;
  readonly known: Known;
  readonly polling: Polling;
}

/** What goes with the list and comes after its rows. */
export function ListSigns({ sign, staleFrom, polling, ...seen }: ListSignsProps) {
  const { quantity, summary, length } = sign;
  if (quantity !== undefined) {
    return (
      <HeldSparkline {...seen} quantity={quantity} summary={summary} length={length} staleFrom={staleFrom} />
    );
  }
  return (
    <>
      <Announcer {...seen} summary={summary} updatedAt={polling.updatedAt} />
      <SteadyView of="treegrid" />
    </>
  );
}
