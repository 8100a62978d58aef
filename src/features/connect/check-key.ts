/** What the page itself can tell about a pasted key. Whether it is right, only the API knows. */

export type CheckedKey =
  | { readonly key: string; readonly problem?: undefined }
  | { readonly key?: undefined; readonly problem: string };

/**
 * Takes the white space off the ends of what was typed, and says in one sentence when it cannot be a key: it travels
 * in an HTTP header, where only printable ASCII arrives as it was sent. The sentence never repeats the key.
 */
export function checkKey(typed: string): CheckedKey {
  const key = typed.trim();
  if (key === "") return { problem: "Enter an API key." };
  if (/\s/u.test(key))
    return { problem: "An API key has no spaces or line breaks inside. Paste the key alone." };
  if (!/^[\u0021-\u007e]+$/u.test(key))
    return { problem: "This text holds characters that an API key cannot have. Copy the key again." };
  return { key };
}
