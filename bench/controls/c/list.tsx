import type { DebugSession } from "@decthings/api-client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Row } from "./row.tsx";

const ROW_HEIGHT = 37;
const OVERSCAN = 10;

interface ListProps {
  readonly sessions: readonly DebugSession[];
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** The rows in view and a few beyond; open rows are measured. */
export function List({ sessions, open, onToggle }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: sessions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => sessions[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  return (
    <div className="scroller" ref={scroller}>
      <div
        className="body"
        role="table"
        aria-rowcount={sessions.length}

        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const session = sessions[index];
          return (
            session && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}

                className="item"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row session={session} isOpen={open.has(session.id)} onToggle={onToggle} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
