/** By id, in the form links hold it: whether a row is asked to be open, before the link says so. */
export type Asked = ReadonlyMap<string, boolean>;

export const NOTHING_ASKED: Asked = new Map();
