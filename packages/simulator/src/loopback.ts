/** What counts as this machine: the addresses and names of the loopback interface. */

const V4_MAPPED = "::ffff:";

/** Whether a socket's address (as Node writes it) is of the loopback interface. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.startsWith(V4_MAPPED) ? address.slice(V4_MAPPED.length) : address;
  return plain === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(plain);
}

const NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a Host header, with or without a port, names this machine. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  NAMES.has((host ?? "").toLowerCase().replace(/:\d+$/, ""));

/** Whether an Origin header is of a page served by this machine. `null`, which sandboxed pages send, is not. */
export function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && NAMES.has(new URL(origin).hostname);
}
