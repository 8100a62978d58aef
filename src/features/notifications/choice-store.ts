/** Whose endings to tell of: kept in this browser, the same in all of its tabs. */
import { pageChoice } from "../../choices/page-choice.ts";
import { useChoice } from "../../choices/use-choice.ts";
import { decodeChoice, encodeChoice, type NoticeChoice, withNotices } from "../../domain/notices-choice.ts";
import { NOTICES_SLOT } from "./use-notices-wanted.ts";

const choice = pageChoice({ slot: NOTICES_SLOT, encode: encodeChoice, decode: decodeChoice });

/** Asks to be told of the endings of one session, or of all where no id is given; or no longer. */
export const chooseNotices = (id: string | undefined, on: boolean): void =>
  void choice.change((before) => withNotices(before, id, on));

/** The choice in force; renders again when it changes, in whichever tab. */
export const useNoticeChoice = (): NoticeChoice => useChoice(choice);
