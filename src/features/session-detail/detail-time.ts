/** The time a session's details are shown in: the frame of their strips and how fresh what they show is. */
import type { Zone } from "../../domain/zone.ts";
import type { Frame } from "../../ui/live-frame.ts";
import type { TimeMarks } from "../../ui/time-axis.tsx";

export interface DetailTime {
  readonly frame: Frame;
  readonly marks: TimeMarks;
  readonly zone: Zone;
  /** Of a strip, px. */
  readonly width: number;
  /** Sending of the newest answer: what is said goes by it. Epoch ms. */
  readonly latestAt: number;
  /** The same when that is too old to speak for now; undefined while answers are fresh. */
  readonly staleFrom: number | undefined;
}
