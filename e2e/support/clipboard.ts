/** What a person would get by pasting. */
import type { Page } from "@playwright/test";
import { textFilter } from "./list.ts";

/**
 * Pastes into the text filter and reads it, then empties it again: the page itself is not allowed to read the
 * clipboard. Needs the context's clipboard permissions.
 */
export async function clipboardOf(page: Page): Promise<string> {
  const field = textFilter(page);
  await field.fill("");
  await field.press("ControlOrMeta+V");
  const text = await field.inputValue();
  await field.fill("");
  return text;
}
