import { useSyncExternalStore } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "done" | "failed";

const ICON = { done: "check", failed: "warn" } as const satisfies Record<Tone, IconName>;

interface Toast {
  readonly text: string;
  readonly note: string | undefined;
  readonly tone: Tone;
  /** Tells one toast from an equal one after it, so that it is shown and announced again. */
  readonly serial: number;
}

const SHOWN_FOR_MS = 2000;
const listeners = new Set<() => void>();
let current: Toast | undefined;
let serial = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function publish(toast: Toast | undefined): void {
  current = toast;
  for (const listener of listeners) listener();
}

/** Shows and announces one short sentence for 2 s; a newer one replaces it. */
export function showToast(text: string, note?: string, tone: Tone = "done"): void {
  clearTimeout(timer);
  publish({ text, note, tone, serial: ++serial });
  timer = setTimeout(() => publish(undefined), SHOWN_FOR_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear: once, in the layout, always present so that assistive technology hears the first one too. */
export function ToastRegion() {
  const toast = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label="Messages">
      {toast && (
        <div className="toast" key={toast.serial}>
          <Icon name={ICON[toast.tone]} />
          {toast.text}
          {toast.note && <span className="t3">{toast.note}</span>}
        </div>
      )}
    </div>
  );
}
