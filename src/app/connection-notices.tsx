import type { ComponentProps } from "react";
import type { Connection } from "../api/connection.ts";
import { TrainingNotices } from "../features/notifications/training-notices.tsx";
import { WithFacts } from "./with-facts.tsx";

interface ConnectionNoticesProps extends Omit<ComponentProps<typeof TrainingNotices>, "connection"> {
  readonly connection: Connection;
}

/** The notices of a connection, which has no name before its observer told it. */
export const ConnectionNotices = ({ connection, ...props }: ConnectionNoticesProps) => (
  <WithFacts connection={connection}>
    {({ name }) => <TrainingNotices {...props} connection={name} />}
  </WithFacts>
);
