import { useEffect, useState } from "react";
import type { Recaller } from "../../api/recalled-query.ts";
import { useLinkedSession } from "../../api/use-linked-session.ts";
import type { Known, KnownSession, KnownTraining } from "../../domain/known.ts";
import { findTraining } from "../../domain/find-training.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { formatMoment } from "../../domain/format-time.ts";
import { lookAt } from "../../domain/standing-look.ts";
import { TRAINING_STATES } from "../../domain/states.ts";
import { standingOf } from "../../domain/training-end.ts";
import { stateWords, trainingFacts } from "../../domain/training-words.ts";
import type { Zone } from "../../domain/zone.ts";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { StateWord } from "../../ui/pill.tsx";
import { useNow } from "../../ui/tick.ts";
import { TipFacts, Tooltip } from "../../ui/tooltip.tsx";
import { type Hovered, type HoveredBar, type HoveredCluster, onBarHover } from "./hovered-bar.ts";
import { placeTip } from "./place-tip.ts";

interface TrainingTipProps {
  readonly connection: Recaller;
  readonly known: Known;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

/** The tooltip of whatever bar the pointer rests on, in any view. It says what the training's table row says. */
export function TrainingTip({ connection, known, staleFrom, zone }: TrainingTipProps) {
  const [bar, setBar] = useState<Hovered>();
  // Bars are many and take no handlers: the document is listened to, which is outside React.
  useEffect(() => onBarHover(setBar), []);
  const shown = useLinkedSession(bar && "sessionId" in bar ? bar.sessionId : undefined, known, connection);
  if (bar && "counts" in bar) return <TipOfMany cluster={bar} zone={zone} />;
  const found = bar && shown && findTraining(shown, bar.trainingId);
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

interface TipOfManyProps {
  readonly cluster: HoveredCluster;
  readonly zone: Zone;
}

function TipOfMany({ cluster: { counts, count, from, box }, zone }: TipOfManyProps) {
  const { at, side, arrow } = placeTip(box, { width: innerWidth, height: innerHeight });
  const today = useNow(60_000);
  const rows = counts.map(([state, many]) => [TRAINING_STATES[state].label, formatNumber(many)] as const);
  return (
    <Tooltip at={at} side={side} arrow={arrow}>
      <h4>{formatNumber(count)} trainings</h4>
      <TipFacts rows={[...rows, ["First created", formatMoment(from, today, zone)]]} />
      <p>Too near to each other to be told apart: zoom in to see each.</p>
    </Tooltip>
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
