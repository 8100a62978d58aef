import { formatCount, formatNumber } from "../../domain/format-number.ts";

interface WaitingProps {
  /** New sessions that are not shown yet. */
  readonly arrivals: number;
  /** Rows that have not left their place yet. */
  readonly moves: number;
  readonly onShow: () => void;
}

/** Tells how much waits while somebody reads the list, and shows it when pressed. */
export function Waiting({ arrivals, moves, onShow }: WaitingProps) {
  const parts = [
    arrivals > 0 && `${formatNumber(arrivals)} new`,
    moves > 0 && formatCount(moves, "change"),
  ].filter((part) => part !== false);
  return (
    <button type="button" className="waiting" aria-label={`Show ${parts.join(" and ")}`} onClick={onShow}>
      {parts.join(" · ")}
    </button>
  );
}
