/** Any slot that holds no choice. */
const PROBE = "decthings.probe";

/** Whether this browser keeps what is chosen: it may deny its storage, or have no room. */
export function keepsChoices(): boolean {
  try {
    localStorage.setItem(PROBE, "");
    localStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}
