/**
 * What the page does for somebody who is not looking at it, or was not. One file to fetch: it is wanted together, and apart
 * it would split what the first view shares with it into many small files.
 */
export { ConnectionNotices } from "./connection-notices.tsx";
export { NotifyToggle } from "../features/notifications/notify-toggle.tsx";
export { SinceLine } from "../features/since/since-line.tsx";
