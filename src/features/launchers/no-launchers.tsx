import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Emptiness } from "./launcher-rows.ts";

const WORDS = {
  "not-seen": {
    title: "Nothing was seen on this launcher",
    body: "A launcher is known by the sessions on it, and none was on it while this browser watched.",
  },
  "other-type": {
    title: "This launcher is of another type",
    body: "The link names a launcher, and a type that it is not of.",
  },
  "no-such-type": {
    title: "No launcher of the type asked for",
    body: "Nothing runs on such a launcher, and nothing ran on one while this browser watched.",
  },
} as const satisfies Record<Exclude<Emptiness, "nothing-runs">, object>;

interface NoLaunchersProps {
  readonly why: Emptiness;
  readonly intervalMs: number;
  /** The way to all launchers. */
  readonly showAll: ReactNode;
}

/** Says why there is no row. */
export function NoLaunchers({ why, intervalMs, showAll }: NoLaunchersProps) {
  if (why === "nothing-runs") {
    return (
      <EmptyState art="empty" title="No debug sessions are running">
        A launcher appears here within {intervalMs / 1_000} s of its first session.
      </EmptyState>
    );
  }
  const { title, body } = WORDS[why];
  return (
    <EmptyState art="missing" title={title} actions={showAll}>
      {body}
    </EmptyState>
  );
}
