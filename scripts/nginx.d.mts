export const UNPACKED: string;
export const HOW_TO_GET_NGINX: string;
export function findNginx(): string | undefined;
