import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { onAccessNews, tellAccessGiven } from "../api/access-news.ts";
import { type PageConfig, PageConfigError, type PageConfigProblem } from "../api/page-config.ts";
import { AccessScreen } from "../features/connect/access-screen.tsx";
import { TopBar } from "../features/live/top-bar.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** One sentence for the person who set the server up. */
function wordsOf(problem: PageConfigProblem): string {
  switch (problem) {
    case "unreachable":
      return "The dashboard's server cannot be reached.";
    case "no-json":
      return "config.json is not JSON.";
    case "no-object":
      return "config.json holds no object.";
    case "mode":
      return "config.json: mode must be one of demo, gateway, direct.";
    case "address":
      return "config.json: apiAddress must be a plain http or https address, or a path.";
    default:
      return `The dashboard's server answered ${problem} for config.json.`;
  }
}

const wordsOfError = (error: Error | null): string | undefined =>
  error instanceof PageConfigError ? wordsOf(error.problem) : error?.message;

/** Why a page whose token was taken goes on asking for it. */
function whyStill({ data, error }: Pick<UseQueryResult<PageConfig>, "data" | "error">): string | undefined {
  if (error) return wordsOfError(error);
  return data?.needsToken === true
    ? "The token was taken, but this browser did not keep the cookie that says so: allow cookies for this page."
    : undefined;
}

interface UnconfiguredProps {
  readonly config: Pick<UseQueryResult<PageConfig>, "data" | "error" | "refetch">;
}

/** Asks for the token, until it is given here or in another tab. */
function TokenWanted({ refetch }: Pick<UseQueryResult<PageConfig>, "refetch">) {
  // Cookies tell nobody that they were set.
  useEffect(() => onAccessNews(() => void refetch()), [refetch]);
  const onGiven = async () => {
    const why = whyStill(await refetch());
    if (why === undefined) tellAccessGiven();
    return why;
  };
  return <AccessScreen onGiven={onGiven} />;
}

/** What stands in the dashboard's place: its server asks for a token first, or has not said how the page runs. */
export function Unconfigured({ config: { data, error, refetch } }: UnconfiguredProps) {
  if (data) return <TokenWanted refetch={refetch} />;
  return (
    <>
      <TopBar />
      <main className="main relative">
        <EmptyState
          isView
          art="missing"
          title="The dashboard has no configuration"
          urgent
          actions={
            <Button icon="refresh" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {wordsOfError(error)}
        </EmptyState>
      </main>
    </>
  );
}
