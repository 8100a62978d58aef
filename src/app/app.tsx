import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { connect, type Connection } from "../api/connection.ts";
import { currentKey, forgetKey, keepKey } from "../api/key-store.ts";
import { pageConfigQuery } from "../api/page-config-query.ts";
import type { PageConfig } from "../api/page-config.ts";
import { SESSIONS_KEY } from "../api/sessions-query.ts";
import { TopBar } from "../features/live/top-bar.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ToastRegion } from "../ui/toast.tsx";
import { Dashboard } from "./dashboard.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";

// Only direct mode asks for a key.
const ConnectScreen = lazy(() =>
  import("../features/connect/connect-screen.tsx").then((module) => ({ default: module.ConnectScreen })),
);

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
  if (config.data) return <Connected config={config.data} />;
  return (
    <>
      <TopBar />
      <main className="main relative">
        {config.error && (
          <EmptyState
            isView
            art="missing"
            title="The dashboard has no configuration"
            urgent
            actions={
              <Button icon="refresh" onClick={() => void config.refetch()}>
                Try again
              </Button>
            }
          >
            {config.error.message}
          </EmptyState>
        )}
      </main>
    </>
  );
}

function Connected({ config }: { readonly config: PageConfig }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection | undefined>(() => firstConnection(config));
  const [rejected, setRejected] = useState(false);
  if (!connection) {
    return (
      <Suspense fallback={<TopBar />}>
        <ConnectScreen
          apiHost={new URL(config.apiAddress).host}
          problem={rejected ? "The API key was rejected." : undefined}
          onConnect={(key, forTab) => {
            keepKey(key, forTab);
            setConnection(connect(config, key));
          }}
        />
      </Suspense>
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

/** In direct mode there is a connection only once there is a key; in the others the server holds it. */
function firstConnection(config: PageConfig): Connection | undefined {
  if (config.mode !== "direct") return connect(config, undefined);
  const key = currentKey();
  return key === undefined ? undefined : connect(config, key);
}
