/** The button of the panel that is open over the view; undefined where none is. */
export const openerOfPanel = (): Element | undefined =>
  document.querySelector("[aria-haspopup=dialog][aria-expanded=true]") ?? undefined;
