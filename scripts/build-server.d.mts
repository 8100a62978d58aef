/** Writes `server.mjs` into a folder, and leaves what else is in there. */
export function buildServer(folder: string): Promise<void>;
