/** The key that was pressed: Shift and Caps Lock make no other key of a letter. */
export const keyOf = ({ key }: Pick<KeyboardEvent, "key">): string =>
  key.length === 1 ? key.toLowerCase() : key;
