/** What is to be kept of a step of the history before the next is made of it. */

const keepers = new Set<() => void>();

/** @param keep is called before each step, in which the present one can still be written @returns what ends it */
export function beforeStep(keep: () => void): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** To be called by whatever makes a step, before it reads what the present one keeps. */
export function keepStep(): void {
  for (const keep of keepers) keep();
}
