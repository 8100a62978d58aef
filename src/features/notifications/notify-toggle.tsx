import { useId, useState } from "react";
import { isAsked } from "../../domain/notices-choice.ts";
import { chooseNotices, useNoticeChoice } from "./choice-store.ts";
import { askPermission, type Permission, usePermission } from "./permission.ts";

interface NotifyToggleProps {
  /** Whose trainings; all of them where left out. */
  readonly sessionId?: string | undefined;
}

/** The choice to be notified when trainings end. Where that cannot be, it says why in one sentence. */
export function NotifyToggle({ sessionId }: NotifyToggleProps) {
  const id = useId();
  const choice = useNoticeChoice();
  const permission = usePermission();
  const [isRefused, setRefused] = useState(false);

  const isWanted = isAsked(choice, sessionId);
  const isOfAll = sessionId !== undefined && choice.notify === "all";
  const isOn = isWanted && permission === "granted";
  const isImpossible = permission === "insecure" || permission === "missing";
  const problem = isImpossible || isWanted || isRefused ? WHY_NOT[permission] : undefined;
  const note = problem ?? (isOn && isOfAll ? "On for every session" : undefined);

  const choose = async (on: boolean) => {
    const isAllowed = !on || (await askPermission()) === "granted";
    setRefused(!isAllowed);
    if (isAllowed) chooseNotices(sessionId, on);
  };
  return (
    <span className="notify">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        disabled={isImpossible || (isOn && isOfAll)}
        aria-describedby={`${id}-note`}
        onChange={(event) => void choose(event.target.checked)}
      />
      <label htmlFor={id}>
        {sessionId === undefined ? "Notify when any training ends" : "Notify when a training ends"}
      </label>
      <span id={`${id}-note`} role="status" className="note">
        {note}
      </span>
    </span>
  );
}

const WHY_NOT = {
  granted: undefined,
  default: "This browser has not allowed notifications from this page yet.",
  denied: "This browser blocks notifications from this page; its site settings can allow them.",
  insecure: "Notifications need a page served over HTTPS or from this machine.",
  missing: "This browser has no notifications.",
} as const satisfies Record<Permission, string | undefined>;
