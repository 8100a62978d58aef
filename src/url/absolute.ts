/** A link as it is given to others. @param path with its query, from `paths.ts` */
export const absolute = (path: string): string => new URL(path, location.origin).href;
