/** The way back to now, at the end of an axis, where the flag of now would be: what comes and goes there moves nothing else. */
export const BackToNow = ({ onNow }: { readonly onNow: () => void }) => (
  <button type="button" className="back" aria-label="Back to now" title="Back to now" onClick={onNow}>
    Now
  </button>
);
