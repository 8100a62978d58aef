import { useEffect, useRef } from "react";
import { noticesOf } from "../../domain/notices.ts";
import type { Known } from "../../domain/known.ts";
import { stepTo } from "../../url/step.ts";
import { useNoticeChoice } from "./choice-store.ts";
import { type NoticeWords, wordsOfNotice } from "./notice-words.ts";
import { readPermission } from "./permission.ts";

interface TrainingNoticesProps {
  readonly known: Known;
  /** An answer has come to this page: what was known before it happened before watching. */
  readonly answered: boolean;
  /** Of several tabs, the one that polls tells. */
  readonly isPoller: boolean;
}

/** Tells of trainings that end, as far as somebody asked for it. Draws nothing; an effect, because notifications are the browser's. */
export function TrainingNotices({ known, answered, isPoller }: TrainingNoticesProps) {
  const choice = useNoticeChoice();
  const previous = useRef<Known>(undefined);
  useEffect(() => {
    const before = previous.current;
    // A tab that only follows keeps up, so that it tells what is new once it is the one to tell.
    previous.current = answered ? known : undefined;
    if (before === undefined || !answered || !isPoller || readPermission() !== "granted") return;
    for (const endings of noticesOf(before, known, choice)) {
      const words = wordsOfNotice(endings);
      if (words) show(words);
    }
  }, [known, answered, isPoller, choice]);
  return null;
}

function show({ title, body, tag, to }: NoticeWords): void {
  try {
    const notification = new Notification(title, { body, tag });
    notification.addEventListener("click", () => {
      window.focus();
      stepTo(to);
      notification.close();
    });
  } catch {
    // Some phones allow them to installed pages only, and say so no earlier than here.
  }
}
