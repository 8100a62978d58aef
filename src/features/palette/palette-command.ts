/** What the palette can do besides finding sessions. */

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  /** Its shortcut, as in the table of shortcuts. */
  readonly keys?: string | undefined;
  /** It says how things are already. */
  readonly isSo?: boolean | undefined;
  readonly run: () => void;
}

/** The commands in whose words each word of the query occurs, in their order; where a word of theirs begins so, first. */
export function findCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.flatMap((command) => {
    const text = ` ${command.label.toLowerCase()}`;
    if (!words.every((word) => text.includes(word))) return [];
    return [{ command, rank: words.every((word) => text.includes(` ${word}`)) ? 0 : 1 }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ command }) => command);
}
