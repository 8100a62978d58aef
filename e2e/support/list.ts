/** The parts of the dashboard by the names a person or a screen reader knows them by. */
import { expect, type Locator, type Page } from "@playwright/test";

/** Long enough for the next poll, which comes at most 5.5 s after the last answer, on a busy machine. */
export const NEXT_POLL = { timeout: 20_000 } as const;

export const grid = (page: Page): Locator => page.getByRole("treegrid", { name: "Debug sessions" });

/** The rows of sessions, as many as are drawn. */
export const rows = (page: Page): Locator => grid(page).locator("[data-session-id]");

/** The row of one session with an ordinary id. */
export const row = (page: Page, id: string): Locator => grid(page).locator(`[data-session-id="${id}"]`);

/** What an open row shows. */
export const details = (page: Page, id: string): Locator =>
  page.getByRole("region", { name: `Details of session ${id}` });

export const live = (page: Page): Locator => page.getByRole("status", { name: "Live updates" });

/** What tells of a problem comes in one file with the status bar, after the first rows: without it there is no telling. */
export async function allSignsAreThere(page: Page): Promise<void> {
  await expect(page.getByRole("contentinfo")).toContainText("Watching since");
}

export const idFilter = (page: Page): Locator => page.getByRole("textbox", { name: "Session ids" });
export const textFilter = (page: Page): Locator => page.getByRole("searchbox", { name: "Search sessions" });

/** Receipt of the newest answer, epoch ms of the page's clock. */
export async function updatedAt(page: Page): Promise<number> {
  return Number(await live(page).getAttribute("data-updated-at"));
}

/** The ids of the drawn rows, from top to bottom. */
export async function shownIds(page: Page): Promise<string[]> {
  return rows(page).evaluateAll((found) =>
    found
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((element) => element.getAttribute("data-session-id") ?? ""),
  );
}

/** Puts text into a field as a person does who pastes it. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Has an answer now rather than at the next turn, as a person may. By keyboard: a pointer would rest over the list then. */
export async function pollNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Connection/u }).press("Enter");
  await page.getByRole("button", { name: "Poll now" }).press("Enter");
  await page.keyboard.press("Escape");
}
