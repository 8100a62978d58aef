/** The debug sessions one socket listens to: tells what they say, from the moment of subscribing until their exit. */
import type { Core } from "./core.ts";
import { obey } from "./world/commands.ts";
import { eventsBetween, type SessionEvent } from "./world/events.ts";
import type { Life } from "./world/life.ts";

export type Emit = (event: SessionEvent["event"], params: object, blobs: Uint8Array[]) => void;

export interface Subscriptions {
  /** Listens to a session; to be subscribed already is no error. */
  add(life: Life, t: number): void;
  /** False when there was no subscription. */
  remove(debugSessionId: string): boolean;
  close(): void;
}

/** Often enough that a line seems to come when it is printed. */
const TICK_MS = 200;

interface Heard {
  readonly life: Life;
  /** Virtual time up to which everything was told. */
  until: number;
}

export function createSubscriptions(core: Core, emit: Emit): Subscriptions {
  const heard = new Map<string, Heard>();
  let timer: NodeJS.Timeout | undefined;

  /** The timer runs only while somebody listens. */
  function keepTime(): void {
    if (heard.size > 0) {
      timer ??= setInterval(tick, TICK_MS);
      return;
    }
    clearInterval(timer);
    timer = undefined;
  }

  function tick(): void {
    const now = core.clock.now();
    for (const [id, entry] of heard) {
      const life = obey(entry.life, core.state.commands());
      // Terminated in the very millisecond of the last tick, it ended at an instant already told; it is told now.
      const after = Math.min(entry.until, life.endsAt - 1);
      for (const event of eventsBetween(life, after, now)) {
        if (event.event === "exit") heard.delete(id);
        tell(id, event);
      }
      entry.until = now;
    }
    keepTime();
  }

  function tell(debugSessionId: string, event: SessionEvent): void {
    switch (event.event) {
      case "initialized":
        emit(event.event, { debugSessionId }, []);
        return;
      case "stdout":
      case "stderr":
        emit(event.event, { debugSessionId }, [Buffer.from(event.text, "utf8")]);
        return;
      case "exit":
        emit(event.event, { debugSessionId, reason: event.reason }, []);
    }
  }

  return {
    add(life, t) {
      if (!heard.has(life.id)) heard.set(life.id, { life, until: t });
      keepTime();
    },
    remove(debugSessionId) {
      const known = heard.delete(debugSessionId);
      keepTime();
      return known;
    },
    close() {
      heard.clear();
      keepTime();
    },
  };
}
