/** Whose endings to tell of: kept in this browser, the same in all of its tabs. */
import { useSyncExternalStore } from "react";
import {
  decodeChoice,
  encodeChoice,
  NO_NOTICES,
  type NoticeChoice,
  withNotices,
} from "../../domain/notices-choice.ts";

const KEY = "decthings.notices";

const listeners = new Set<() => void>();
let current: NoticeChoice = NO_NOTICES;
let isRead = false;
/** It could not be written: what is written is not what was chosen. */
let isOnlyHere = false;

function take(next: NoticeChoice): void {
  if (encodeChoice(next) === encodeChoice(current)) return;
  current = next;
  for (const listener of listeners) listener();
}

function takeWritten(): void {
  try {
    take(decodeChoice(localStorage.getItem(KEY)));
  } catch {
    // Storage is denied: what was chosen in this tab holds.
  }
}

function onStorage({ key }: StorageEvent): void {
  // No key: all of the storage was cleared.
  if (key !== KEY && key !== null) return;
  isOnlyHere = false;
  takeWritten();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener("storage", onStorage);
    // Another tab may have chosen while nobody here listened.
    if (!isOnlyHere) takeWritten();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("storage", onStorage);
  };
}

function read(): NoticeChoice {
  if (!isRead) {
    isRead = true;
    takeWritten();
  }
  return current;
}

/** Asks to be told of the endings of one session, or of all where no id is given; or no longer. */
export function chooseNotices(id: string | undefined, on: boolean): void {
  // Another tab's choice may be written before its event is heard, and this one must not undo it.
  if (!isOnlyHere) takeWritten();
  take(withNotices(current, id, on));
  try {
    localStorage.setItem(KEY, encodeChoice(current));
    isOnlyHere = false;
  } catch {
    // Storage is denied or full: the choice holds until the page is left.
    isOnlyHere = true;
  }
}

/** The choice in force; renders again when it changes, in whichever tab. */
export const useNoticeChoice = (): NoticeChoice => useSyncExternalStore(subscribe, read);
