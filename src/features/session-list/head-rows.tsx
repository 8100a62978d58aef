import { formatNumber } from "../../domain/format-number.ts";
import { IdText } from "../../ui/hostile-text.tsx";
import { COLUMNS } from "./columns.ts";

interface GroupHeadProps {
  readonly name: string;
  readonly id: string | undefined;
  readonly count: number;
}

/** The head of a group: what its sessions share, and how many they are. */
export function GroupHead({ name, id, count }: GroupHeadProps) {
  return (
    <div role="gridcell" aria-colspan={COLUMNS} className="contents">
      <b>{name}</b>
      {id !== undefined && <IdText id={id} />}
      <span>
        {formatNumber(count)} {count === 1 ? "session" : "sessions"}
      </span>
    </div>
  );
}

/** The head of "Ended while watching" and "Unreadable". */
export function SectionHead({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <div role="gridcell" aria-colspan={COLUMNS} className="what">
      <b>{title}</b> {note}
    </div>
  );
}
