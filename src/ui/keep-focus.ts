/**
 * For the `ref` of what may leave the page while it holds the focus, such as a notice with its button: the focus goes to the
 * main part then, and not back to the beginning of the document.
 */
export function keepFocus(element: HTMLElement | null): () => void {
  return () => {
    if (element?.contains(document.activeElement)) focusMain();
  };
}

/** @returns what has the focus by then; undefined while there is no main part */
export function focusMain(): HTMLElement | undefined {
  const main = document.querySelector("main");
  if (!main) return undefined;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
  return main;
}
