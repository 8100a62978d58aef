/**
 * Control C: what a competent engineer makes without leaving the main thread. Virtual rows, memoised rows, unchanged
 * sessions keep their identity (compared by id), the filter reads prepared text and gives way to the typing.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { fetchSessions, INTERVAL_MS } from "../shared/fetch-sessions.ts";
import { List } from "./list.tsx";
import { reuseById } from "./reuse-by-id.ts";
import { preparedText } from "./prepared-text.ts";

export function App() {
  const { data } = useQuery({
    queryKey: ["sessions"],
    queryFn: fetchSessions,
    refetchInterval: INTERVAL_MS,
    structuralSharing: reuseById,
  });
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.toLowerCase());
  const shown = useMemo(
    () => (data ?? []).filter((session) => preparedText(session).includes(wanted)),
    [data, wanted],
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  return (
    <>
      <header>
        <input
          type="search"
          aria-label="Search sessions"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />{" "}
        {shown.length} of {data?.length ?? 0}
      </header>
      <List sessions={shown} open={open} onToggle={toggle} />
    </>
  );
}
