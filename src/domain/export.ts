/** The files that a person can make of what the list shows. */
import { sessionsCsv, trainingsCsv } from "./export-csv.ts";
import { sessionsJson, type ExportTimes } from "./export-json.ts";
import type { KnownSession } from "./known.ts";

interface ExportRow {
  /** In menus. */
  readonly label: string;
  /** In the file's name. */
  readonly about: "sessions" | "trainings";
  readonly extension: string;
  /** Media type. */
  readonly type: string;
  readonly write: (sessions: readonly KnownSession[], times: ExportTimes) => string;
}

export const EXPORTS = {
  sessions: {
    label: "CSV, a row for each session",
    about: "sessions",
    extension: "csv",
    type: "text/csv;charset=utf-8",
    write: (sessions, { latestAt }) => sessionsCsv(sessions, latestAt),
  },
  trainings: {
    label: "CSV, a row for each training",
    about: "trainings",
    extension: "csv",
    type: "text/csv;charset=utf-8",
    write: (sessions, { latestAt }) => trainingsCsv(sessions, latestAt),
  },
  json: {
    label: "JSON, with all that was observed",
    about: "sessions",
    extension: "json",
    type: "application/json",
    write: sessionsJson,
  },
} as const satisfies Record<string, ExportRow>;

export type ExportKind = keyof typeof EXPORTS;

export const EXPORT_KINDS = Object.keys(EXPORTS) as readonly ExportKind[];

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The file, with its time in UTC in its name: `decthings-sessions-20260311T143408Z.csv`, safe on every file system. */
export function exportFile(
  kind: ExportKind,
  sessions: readonly KnownSession[],
  times: ExportTimes,
): ExportFile {
  const { about, extension, type, write } = EXPORTS[kind];
  const time = new Date(times.exportedAt).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
  return { name: `decthings-${about}-${time}.${extension}`, type, text: write(sessions, times) };
}
