/** Control N: what an afternoon makes. react-query with its defaults, a table of all rows, no memo anywhere. */
import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { Details } from "../shared/details.tsx";
import { fetchSessions, INTERVAL_MS } from "../shared/fetch-sessions.ts";
import { ageText, launcherText, searchText, trainingsText } from "../shared/words.ts";

export function App() {
  const { data = [] } = useQuery({
    queryKey: ["sessions"],
    queryFn: fetchSessions,
    refetchInterval: INTERVAL_MS,
  });
  const [text, setText] = useState("");
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = data.filter((session) => searchText(session).includes(text.toLowerCase()));
  const toggle = (id: string) =>
    setOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id]);
  return (
    <>
      <header>
        <input
          type="search"
          aria-label="Search sessions"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />{" "}
        {shown.length} of {data.length}
      </header>
      <div className="scroller">
        <table aria-rowcount={shown.length}>
          <thead>
            <tr>
              <th>Session</th>
              <th>Age</th>
              <th>Model</th>
              <th>Launcher</th>
              <th>Trainings</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((session) => (
              <Fragment key={session.id}>
                <tr data-session-id={session.id} onClick={() => toggle(session.id)}>
                  <td>{session.id}</td>
                  {/* oxlint-disable-next-line react/purity -- as an afternoon leaves it */}
                  <td>{ageText(Date.now() - session.startedAt)}</td>
                  <td>{session.modelId}</td>
                  <td>{launcherText(session)}</td>
                  <td>{trainingsText(session)}</td>
                </tr>
                {open.includes(session.id) && (
                  <tr>
                    <td colSpan={5}>
                      <Details session={session} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
