import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { activityOf } from "../../domain/activity.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession } from "../../domain/known.ts";
import { findSessions, prepareSearch } from "../../domain/session-search.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { IconButton } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Keys } from "../../ui/keys.tsx";
import { closeModal, Modal } from "../../ui/modal.tsx";
import { findCommands, type PaletteCommand } from "./palette-command.ts";

/** More sessions than this nobody reads: another letter finds the one that is meant. */
const MOST_SESSIONS = 20;
/** Sessions that are prepared in one go: a few milliseconds. */
const SOME = 1_000;

interface CommandPaletteProps {
  readonly sessions: ReadonlyMap<string, KnownSession>;
  readonly commands: readonly PaletteCommand[];
  readonly onSession: (id: string) => void;
  readonly onClose: () => void;
}

interface Option {
  /** Its own for as long as what it stands for is listed. */
  readonly key: string;
  readonly line: ReactNode;
  readonly run: () => void;
}

interface Group {
  readonly title: string;
  readonly options: readonly Option[];
  /** What is said below them. */
  readonly note?: string | undefined;
}

/**
 * Goes to a session or does something, by a few letters of it. What is found is found at each key: polls in between change
 * nothing under the reader.
 */
export function CommandPalette({ sessions, commands, onSession, onClose }: CommandPaletteProps) {
  const id = useId();
  const listId = `${id}-list`;
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<Option>(undefined);

  const groupsFor = (query: string): readonly Group[] => {
    const { shown, count } = findSessions(sessions.values(), query, MOST_SESSIONS);
    const more = count - shown.length;
    const groups: readonly Group[] = [
      {
        title: "Commands",
        options: findCommands(commands, query).map((command) => ({
          key: `command ${command.id}`,
          line: <CommandLine command={command} />,
          run: command.run,
        })),
      },
      {
        title: "Sessions",
        options: shown.map((known) => ({
          key: `session ${known.session.id}`,
          line: <SessionLine known={known} />,
          run: () => onSession(known.session.id),
        })),
        note: more > 0 ? `${formatNumber(more)} more match: type more of the id.` : undefined,
      },
    ];
    return groups.filter(({ options }) => options.length > 0);
  };
  const [found, setFound] = useState(() => ({ query: "", groups: groupsFor(""), active: 0 }));
  const options = found.groups.flatMap((group) => group.options);
  const active = options[found.active];
  const optionId = (index: number) => `${id}-${index}`;

  // Beside React: the first key must not wait for what can be done before it, and nothing waits for this.
  useEffect(() => {
    const left = sessions.values();
    let timer: ReturnType<typeof setTimeout>;
    const prepareSome = () => {
      if (prepareSearch(left, SOME)) timer = setTimeout(prepareSome);
    };
    timer = setTimeout(prepareSome);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- those of the opening are nearly all
  }, []);

  // Scrolling is the browser's, not React's.
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [found]);

  const go = (index: number) =>
    setFound({ ...found, active: (index + options.length) % Math.max(options.length, 1) });
  const choose = (option: Option | undefined) => {
    if (!option || !field.current) return;
    chosen.current = option;
    closeModal(field.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const isAgain = (event.ctrlKey || event.metaKey) && key.toLowerCase() === "k";
    if (isAgain) closeModal(event.currentTarget);
    else if (key === "Enter") choose(active);
    else if (Object.hasOwn(STEPS, key)) go(STEPS[key]?.(found.active, options.length - 1) ?? 0);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      label="Find a session or command"
      className="palette"
      onClose={() => {
        onClose();
        // Only now, when focus is back: what is chosen may put it elsewhere.
        chosen.current?.run();
      }}
    >
      <div className="inner">
        <TextField
          ref={field}
          label="Session or command"
          icon="search"
          placeholder="Session id, model, launcher or command"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={active && optionId(found.active)}
          value={found.query}
          trailing={
            <>
              <kbd className="only-d">Esc</kbd>
              <IconButton
                className="only-m"
                icon="close"
                label="Close"
                onClick={({ currentTarget }) => closeModal(currentTarget)}
              />
            </>
          }
          onChange={({ target: { value } }) =>
            setFound({ query: value, groups: groupsFor(value), active: 0 })
          }
          onKeyDown={onKeyDown}
        />
        {options.length > 0 && (
          <div ref={list} id={listId} role="listbox" aria-label="Found">
            {found.groups.map(({ title, options: own, note }, groupAt) => (
              <div key={title} role="group" aria-label={title}>
                <div className="menu-heading" role="presentation">
                  {title}
                </div>
                {own.map((option, ownAt) => {
                  const at = found.groups.slice(0, groupAt).flatMap((group) => group.options).length + ownAt;
                  return (
                    // The field has the focus and takes the keys.
                    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                    <div
                      key={option.key}
                      id={optionId(at)}
                      role="option"
                      aria-selected={at === found.active}
                      tabIndex={-1}
                      className="mi"
                      onPointerMove={() => at !== found.active && go(at)}
                      onPointerDown={(event) => event.preventDefault()}
                      onClick={() => choose(option)}
                    >
                      {option.line}
                    </div>
                  );
                })}
                {note !== undefined && (
                  <p className="hint" role="presentation">
                    {note}
                  </p>
                )}
              </div>
            ))}
          </div>
        )}
        <p role="status" className={options.length > 0 ? "sr-only" : "hint"}>
          {options.length > 0
            ? `${formatNumber(options.length)} found`
            : "No session and no command matches."}
        </p>
      </div>
    </Modal>
  );
}

const PAGE = 8;

/** Where a key leads, of the active option's index and the last one's; beyond either end it goes round. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, last) => Math.min(at + PAGE, last),
  PageUp: (at) => Math.max(at - PAGE, 0),
};

function CommandLine({ command: { label, keys, isSo } }: { readonly command: PaletteCommand }) {
  return (
    <>
      <span className="mark-slot">{isSo === true && <Icon name="check" />}</span>
      <span className="what">
        {label}
        {isSo === true && <span className="sr-only">, as it is now</span>}
      </span>
      {keys !== undefined && <Keys keys={keys} />}
    </>
  );
}

function SessionLine({ known }: { readonly known: KnownSession }) {
  const { id, modelId, location } = known.session;
  const activity = activityOf(known);
  return (
    <>
      <span className="mark-slot">
        <Glyph kind={activity} size={12} />
      </span>
      <span className="what">
        <IdText id={id} short="full" />
      </span>
      <span className="t3">
        <span className="sr-only">{ACTIVITIES[activity].label}, model </span>
        <IdText id={modelId} />
        {location.kind === "persistent" && (
          <>
            {" · "}
            <span className="sr-only">launcher </span>
            <IdText id={location.launcherId} />
          </>
        )}
      </span>
    </>
  );
}
