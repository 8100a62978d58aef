import type { DebugSession } from "@decthings/api-client";
import { parameterLines } from "./words.ts";

/** What an open row shows: trainings, the location as it came, and parameter names. */
export function Details({ session }: { readonly session: DebugSession }) {
  return (
    <div className="panel">
      <ul>
        {session.trainingSessions.map(({ id, createdAt, state }) => (
          <li key={id}>
            {id} {state} {new Date(createdAt).toLocaleString()}
          </li>
        ))}
      </ul>
      <pre>{JSON.stringify(session.executionLocation, undefined, 2)}</pre>
      {parameterLines(session).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
