import { formatNumber } from "../../domain/format-number.ts";
import type { Unreadable } from "../../domain/session.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
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

interface MissingCellsProps {
  readonly id: string;
  readonly shortId: string | undefined;
}

/** An id of the view that the API did not return. */
export function MissingCells({ id, shortId }: MissingCellsProps) {
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-glyph" title="Not returned">
        <Glyph kind="missing" label="Not returned" />
      </span>
      <span role="gridcell" className="c-id">
        <IdText id={id} as={shortId} />
      </span>
      <span role="gridcell" aria-colspan={COLUMNS - 3} className="why">
        Not returned: does not exist or no access
      </span>
    </>
  );
}

interface UnreadableCellsProps {
  readonly entry: Unreadable;
  readonly shortId: string | undefined;
}

/** A session the API returned in a form that cannot be read: its id where there is one, and why. */
export function UnreadableCells({ entry: { id, index, reason }, shortId }: UnreadableCellsProps) {
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-glyph" title="Unreadable">
        <Glyph kind="unrecognised" label="Unreadable" />
      </span>
      <span role="gridcell" className="c-id">
        {id === undefined ? <span>No. {index + 1}</span> : <IdText id={id} as={shortId} />}
      </span>
      <span role="gridcell" aria-colspan={COLUMNS - 3} className="why">
        <Plain text={reason} />
      </span>
    </>
  );
}
