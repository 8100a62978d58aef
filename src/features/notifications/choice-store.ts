/** Whose endings to tell of: kept in this browser, the same in all of its tabs. */
import { useSyncExternalStore } from "react";
import { type ChoiceStore, createChoiceStore } from "../../api/choice-store.ts";
import { decodeChoice, encodeChoice, type NoticeChoice, withNotices } from "../../domain/notices-choice.ts";
import { NOTICES_SLOT } from "./use-notices-wanted.ts";

// The page's own, from when it is first asked for: reading it is the first touch of storage.
let own: ChoiceStore<NoticeChoice> | undefined;
const store = (): ChoiceStore<NoticeChoice> =>
  (own ??= createChoiceStore(window, { slot: NOTICES_SLOT, encode: encodeChoice, decode: decodeChoice }));

/** Asks to be told of the endings of one session, or of all where no id is given; or no longer. */
export const chooseNotices = (id: string | undefined, on: boolean): void =>
  store().change((before) => withNotices(before, id, on));

const subscribe = (listener: () => void): (() => void) => store().subscribe(listener);
const read = (): NoticeChoice => store().read();

/** The choice in force; renders again when it changes, in whichever tab. */
export const useNoticeChoice = (): NoticeChoice => useSyncExternalStore(subscribe, read);
