import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useEffect } from "react";
import { connectedTabQuery } from "../api/connected-tab-query.ts";
import { ConnectScreen } from "../features/connect/connect-screen.tsx";
import { TopBar } from "../features/live/top-bar.tsx";

interface ConnectingProps extends Omit<ComponentProps<typeof ConnectScreen>, "apiHost"> {
  readonly apiAddress: string;
  /** The page was just opened: what another tab knows crosses over, the key does not. */
  readonly isOpened: boolean;
  /** A tab of this browser is connected, by this name. */
  readonly onFollow: (connection: string) => void;
}

/** A page without a key: a deep link opens beside a dashboard that is connected; else it asks for one. */
export function Connecting({ apiAddress, isOpened, onFollow, ...screen }: ConnectingProps) {
  const other = useQuery({ ...connectedTabQuery(apiAddress), enabled: isOpened });
  const found = isOpened ? other.data : undefined;
  // An effect, because another tab was asked.
  useEffect(() => {
    if (found) onFollow(found);
  }, [found, onFollow]);
  if (isOpened && (other.isPending || found)) return <TopBar />;
  return <ConnectScreen apiHost={new URL(apiAddress).host} {...screen} />;
}
