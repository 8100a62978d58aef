/** Where the saved views are kept. */
export const VIEWS_SLOT = "decthings.views";
