import type { KnownSession, Watched } from "../../domain/known.ts";
import { sessionFrame, WHOLE_LIFE } from "../../domain/session-frame.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import { useFrame } from "../../ui/live-frame.ts";
import { useNow } from "../../ui/tick.ts";
import { useNarrow } from "../../ui/use-media.ts";
import { fitParams } from "../../url/fit-params.ts";
import { withItem } from "../../url/list-codec.ts";
import { useView } from "../../url/use-view.ts";
import type { DetailTime } from "./detail-time.ts";
import { useMarks } from "./use-marks.ts";

/** Labels of a panel's axis may stand closer than those of the list over it. Px. */
const PANEL_GAP = 48;

export type PanelAxis = "list" | "session";

interface PanelTimeOfRow {
  /** With the frame and the marks of the panel's own axis. */
  readonly time: DetailTime;
  readonly axis: PanelAxis;
  readonly choose: (axis: PanelAxis) => void;
}

/** The time that an open row is shown in: the list's, or all of its session's life. */
export function usePanelTime(
  known: KnownSession,
  listTime: DetailTime,
  watched: readonly Watched[],
): PanelTimeOfRow {
  const { view, change } = useView(fitParams);
  const id = toWellFormed(known.session.id);
  const axis = view.fit.includes(id) ? "session" : "list";
  const minute = useNow(60_000);
  const own = useFrame(sessionFrame(WHOLE_LIFE, known, minute));
  const frame = axis === "session" ? own : listTime.frame;
  const { width, zone, staleFrom } = listTime;
  const isNarrow = useNarrow();
  const gap = isNarrow ? {} : { minGapPx: PANEL_GAP };
  const marks = useMarks({ frame, width, zone, watched, staleFrom, ...gap });
  return {
    time: { ...listTime, frame, marks },
    axis,
    // Rows that were closed since then begin with the list's axis again.
    choose: (chosen) =>
      change(({ open, fit }) => ({
        fit: withItem(
          fit.filter((one) => open.includes(one)),
          id,
          chosen === "session",
        ),
      })),
  };
}
