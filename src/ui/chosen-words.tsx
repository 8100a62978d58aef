import type { ReactNode } from "react";

/** The words of a filter's button: its name, and what is chosen. One choice says by itself what it is of. */
export function chosenWords(name: string, labels: readonly string[]): ReactNode {
  const [first] = labels;
  if (first === undefined) return name;
  if (labels.length > 1) return `${name}: ${labels.length}`;
  return (
    <>
      <span className="at-length">{name}: </span>
      {first}
    </>
  );
}
