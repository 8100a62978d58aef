interface WaitingRowsProps {
  /** In words as it is shown. */
  readonly count: string;
  readonly onShow: () => void;
}

/** In a head: so many wait for the reader to leave the rows, or to press this. */
export const WaitingRows = ({ count, onShow }: WaitingRowsProps) => (
  <button type="button" className="waiting" onClick={onShow}>
    <span className="sr-only">Show </span>
    {count} new
  </button>
);
