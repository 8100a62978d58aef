/** Whether a panel, a menu or a sheet is open over the view, wherever the focus is: keys are its own, or nobody's. */
export const isViewCovered = (): boolean =>
  document.querySelector("[aria-haspopup][aria-expanded=true], dialog[open]") !== null;

/** The button of the panel that is open over the view; undefined where none is. */
export const openerOfPanel = (): Element | undefined =>
  document.querySelector("[aria-haspopup=dialog][aria-expanded=true]") ?? undefined;
