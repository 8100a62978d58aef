import type { SessionFilter } from "../../domain/filter.ts";

/** What of a view chooses its sessions. */
export const filterOf = ({
  ids,
  q,
  state,
  location,
  launcher,
  model,
  ended,
}: SessionFilter): SessionFilter => ({ ids, q, state, location, launcher, model, ended });
