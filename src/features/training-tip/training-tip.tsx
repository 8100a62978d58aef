import { useEffect, useState } from "react";
import type { Known, KnownSession, KnownTraining } from "../../domain/known.ts";
import { findTraining } from "../../domain/find-training.ts";
import { lookAt } from "../../domain/standing-look.ts";
import { standingOf } from "../../domain/training-end.ts";
import { stateWords, trainingFacts } from "../../domain/training-words.ts";
import type { Zone } from "../../domain/zone.ts";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { StateWord } from "../../ui/pill.tsx";
import { useNow } from "../../ui/tick.ts";
import { TipFacts, Tooltip } from "../../ui/tooltip.tsx";
import { onBarHover, type HoveredBar } from "./hovered-bar.ts";
import { placeTip } from "./place-tip.ts";

interface TrainingTipProps {
  readonly known: Known;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

/** The tooltip of whatever bar the pointer rests on, in any view. It says what the training's table row says. */
export function TrainingTip({ known, staleFrom, zone }: TrainingTipProps) {
  const [bar, setBar] = useState<HoveredBar>();
  // Bars are many and take no handlers: the document is listened to, which is outside React.
  useEffect(() => onBarHover(setBar), []);
  const found = bar && findTraining(known, bar.sessionId, bar.trainingId);
  if (!bar || !found) return null;
  const [session, training] = found;
  return (
    <TipOf
      bar={bar}
      session={session}
      training={training}
      latestAt={known.latest?.sentAt ?? session.firstSeen}
      staleFrom={staleFrom}
      zone={zone}
    />
  );
}

interface TipOfProps {
  readonly bar: HoveredBar;
  readonly session: KnownSession;
  readonly training: KnownTraining;
  /** Sending of the newest answer. Epoch ms. */
  readonly latestAt: number;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

function TipOf({ bar, session, training, latestAt, staleFrom, zone }: TipOfProps) {
  const standing = standingOf(session, lookAt(useNow(), latestAt, staleFrom));
  const { rows, note } = trainingFacts(training, standing, zone);
  const { at, side, arrow } = placeTip(bar.box, { width: innerWidth, height: innerHeight });
  return (
    <Tooltip at={at} side={side} arrow={arrow}>
      <h4>
        Training <IdText id={training.training.id} />
        <StateWord kind={training.training.state} label={<Plain text={stateWords(training)} />} />
      </h4>
      <TipFacts rows={rows} />
      {note && <p>{note}</p>}
    </Tooltip>
  );
}
