/** A browser's notifications for tests: what it lets the page do, and what the page showed. */
import { vi } from "vitest";

export interface FakeNotifications {
  /** Titles, oldest first. */
  readonly shown: readonly string[];
  readonly asked: () => number;
  /** A person clicks the newest. */
  readonly click: () => void;
}

/** @param answer what a person answers when the browser asks */
export function fakeNotifications(
  permission: NotificationPermission,
  answer = permission,
): FakeNotifications {
  const shown: string[] = [];
  const clicks: (() => void)[] = [];
  let asked = 0;
  class FakeNotification extends EventTarget {
    static permission = permission;
    static requestPermission(): Promise<NotificationPermission> {
      asked += 1;
      FakeNotification.permission = answer;
      return Promise.resolve(answer);
    }
    constructor(title: string) {
      super();
      shown.push(title);
      clicks.push(() => this.dispatchEvent(new Event("click")));
    }
    close(): void {}
  }
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("Notification", FakeNotification);
  return { shown, asked: () => asked, click: () => clicks.at(-1)?.() };
}
