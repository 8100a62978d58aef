import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { connect } from "../api/connection.ts";
import { forgetKey, keepKey } from "../api/key-store.ts";
import { pageConfigQuery } from "../api/page-config-query.ts";
import type { PageConfig } from "../api/page-config.ts";
import { SESSIONS_KEY } from "../api/sessions-query.ts";
import { TopBar } from "../features/live/top-bar.tsx";
import { stayOpen } from "../ui/fetch-module.ts";
import { ToastRegion } from "../ui/toast.tsx";
import { Dashboard } from "./dashboard.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { connectFirst, firstView, takeFirst } from "./first-connection.ts";
import { Connecting, Unconfigured } from "./parts.tsx";

/** The whole page: learns its mode, asks for a key where it needs one, then shows the dashboard. */
export function App() {
  return (
    <ErrorBoundary>
      <Configured />
      <ToastRegion />
    </ErrorBoundary>
  );
}

function Configured() {
  const config = useQuery(pageConfigQuery);
  if (config.isPending) return <TopBar />;
  if (!config.data || config.data.needsToken) return <Unconfigured config={config} />;
  return <Connected config={config.data} />;
}

function Connected({ config }: { readonly config: PageConfig }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState(() => takeFirst(config, queries));
  /** Why the last connection is gone; undefined while there was none. */
  const [rejected, setRejected] = useState<boolean>();
  const follow = useCallback(
    (other: string) => setConnection(connectFirst(config, queries, other)),
    [config, queries],
  );
  if (!connection) {
    return (
      <Connecting
        apiAddress={config.apiAddress}
        isOpened={rejected === undefined}
        onFollow={follow}
        problem={rejected ? "The API key was rejected." : undefined}
        onConnect={(key, forTab) => {
          keepKey(key, forTab);
          if (!forTab) stayOpen();
          setConnection(connect(config, { apiKey: key, view: firstView().view }));
        }}
      />
    );
  }
  // Nothing of the key's connection stays: not the key, not what it showed.
  const disconnect = (wasRejected: boolean) => {
    forgetKey();
    connection.close();
    queries.removeQueries({ queryKey: [SESSIONS_KEY] });
    setRejected(wasRejected);
    setConnection(undefined);
  };
  return (
    <Dashboard
      key={connection.serial}
      connection={connection}
      onForgetKey={config.mode === "direct" ? disconnect : undefined}
    />
  );
}
