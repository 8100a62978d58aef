/** Which events the log of a session's activity shows. A file of its own: links are read before any log is fetched. */
export const EVENT_KINDS = ["all", "session", "trainings", "connection"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
