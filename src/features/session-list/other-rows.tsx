/** Rows of what is no session that can be read, and the heads above rows. */
import type { Unreadable } from "../../domain/session.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { COLUMNS } from "./columns.ts";
import { HeadCells } from "./head-cells.tsx";
import { isHead, type ListItem } from "./list-items.ts";

interface OtherCellsProps {
  readonly item: Extract<ListItem, { kind: "group" | "section" | "missing" | "unreadable" }>;
  readonly shortId: string | undefined;
}

export function OtherCells({ item, shortId }: OtherCellsProps) {
  if (isHead(item)) return <HeadCells item={item} shortId={shortId} />;
  return item.kind === "missing" ? (
    <MissingCells id={item.id} shortId={shortId} />
  ) : (
    <UnreadableCells entry={item.entry} shortId={shortId} />
  );
}

interface MissingCellsProps {
  readonly id: string;
  readonly shortId: string | undefined;
}

/** An id of the view that the API did not return. */
function MissingCells({ id, shortId }: MissingCellsProps) {
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
function UnreadableCells({ entry: { id, index, reason }, shortId }: UnreadableCellsProps) {
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
