/** The name under which the history of a connection is kept: two keys at one address never see each other's. */

const HEX_DIGITS = 16;

/**
 * The address, and a fingerprint of the key (the beginning of its SHA-256) where there is one; never the key.
 * Undefined where the browser makes no fingerprints, which is on a page that came over plain HTTP from another machine.
 */
export async function connectionName(address: string, apiKey?: string): Promise<string | undefined> {
  if (apiKey === undefined) return address;
  // `subtle` is missing outside secure contexts, whatever its type says.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  const digest = await subtle?.digest("SHA-256", new TextEncoder().encode(apiKey));
  return digest && `${address}#${hex(digest).slice(0, HEX_DIGITS)}`;
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
