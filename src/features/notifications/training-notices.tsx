import { useEffect, useRef, useState } from "react";
import { takeTurn } from "../../api/turn.ts";
import { noticesOf } from "../../domain/notices.ts";
import type { Known } from "../../domain/known.ts";
import { isAnyAsked } from "../../domain/notices-choice.ts";
import { stepTo } from "../../url/step.ts";
import { useNoticeChoice } from "./choice-store.ts";
import { type NoticeWords, wordsOfNotice } from "./notice-words.ts";
import { readPermission, usePermission } from "./permission.ts";

interface TrainingNoticesProps {
  readonly known: Known;
  /** An answer has come to this page: what was known before it happened before watching. */
  readonly answered: boolean;
  /** What all tabs on this connection call it: one of them tells. */
  readonly connection: string | undefined;
  /** What stands still on purpose tells of nothing, and leaves it to the other tabs. */
  readonly paused: boolean;
}

/** Tells of trainings that end, as far as somebody asked for it. Draws nothing; an effect, because notifications are the browser's. */
export function TrainingNotices({ known, answered, connection, paused }: TrainingNoticesProps) {
  const choice = useNoticeChoice();
  const isAble = usePermission() === "granted" && isAnyAsked(choice) && !paused;
  const isTeller = useTurn(isAble ? connection : undefined);
  const previous = useRef<Known>(undefined);
  useEffect(() => {
    const before = previous.current;
    // A tab whose turn it is not keeps up, so that it tells what is new once it is the one to tell.
    previous.current = answered ? known : undefined;
    if (before === undefined || !answered || !isTeller || readPermission() !== "granted") return;
    for (const endings of noticesOf(before, known, choice)) {
      const words = wordsOfNotice(endings);
      if (words) show(words);
    }
  }, [known, answered, isTeller, choice]);
  return null;
}

/** Whether it is this page's turn to tell of a connection. */
function useTurn(connection: string | undefined): boolean {
  const [has, setHas] = useState(false);
  useEffect(
    () => (connection === undefined ? undefined : takeTurn(`decthings-notices ${connection}`, setHas)),
    [connection],
  );
  return has;
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
