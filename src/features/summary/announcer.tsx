import { useEffect, useRef, useState } from "react";
import { useHidden } from "../../api/use-hidden.ts";
import { NOTHING_TOLD, nextSaying } from "../../domain/announce.ts";
import { applyFilter } from "../../domain/filter.ts";
import { type Known, NOTHING_KNOWN } from "../../domain/known.ts";
import { type News, newsAfter, noNews } from "../../domain/news.ts";
import { changesSince } from "../../domain/since.ts";
import type { Summary } from "../../domain/summary.ts";
import { pageNow } from "../../ui/tick.ts";
import type { ListView } from "../../url/list-params.ts";
import { filterOf } from "./filter-of.ts";

interface AnnouncerProps {
  readonly known: Known;
  readonly view: ListView;
  /** Of the sessions shown. */
  readonly summary: Pick<Summary, "sessions" | "ended">;
  /** Receipt of the newest answer of this page, epoch ms; undefined before it. */
  readonly updatedAt: number | undefined;
}

/** What is said leaves again: who reads the page later is not told it anew. Ms. */
const SAID_FOR_MS = 8_000;

/** Tells who hears the page what changes in the list. Draws nothing. */
export function Announcer({ known, view, summary, updatedAt }: AnnouncerProps) {
  const hidden = useHidden();
  const told = useRef(NOTHING_TOLD);
  /** What changed since all was told. */
  const news = useRef(noNews(NOTHING_KNOWN));
  const [said, setSaid] = useState<{ readonly text: string; readonly at: number }>();
  const { sessions, ended } = summary;

  // Speech and its timing are outside React.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    news.current = newsAfter(news.current, known);
    const ask = () => {
      const now = pageNow();
      const saying = nextSaying(told.current, {
        now,
        answeredAt: updatedAt,
        hidden,
        paused: view.paused,
        filter: JSON.stringify(filterOf(view)),
        shown: { sessions, ended },
        changesSince: (at) => changesSince(changed(known, news.current, view), at),
      });
      if (saying.told.through !== told.current.through) news.current = noNews(known);
      told.current = saying.told;
      if (saying.text !== undefined) setSaid({ text: saying.text, at: now });
      if (saying.waitMs !== undefined) timer = setTimeout(ask, saying.waitMs);
    };
    ask();
    return () => clearTimeout(timer);
  }, [known, view, sessions, ended, updatedAt, hidden]);

  useEffect(() => {
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div role="status" aria-label="List changes" className="sr-only">
      {/* The same words again are said again. */}
      {said && <span key={said.at}>{said.text}</span>}
    </div>
  );
}

/**
 * What is known of those sessions of a view that have changed, whatever states it asks for: one that leaves a state is news.
 */
function changed(known: Known, { ids }: News, view: ListView): Known {
  const news = [...ids].flatMap((id) => known.sessions.get(id) ?? []);
  const chosen = applyFilter(news, { ...filterOf(view), state: [], ended: "show" });
  return { ...known, sessions: new Map(chosen.map((one) => [one.session.id, one])) };
}
