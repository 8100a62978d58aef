import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeLocks } from "../locks-fixture.ts";
import { joinTabs, type Role, type Tabs } from "./tabs.ts";

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
});
afterEach(() => vi.unstubAllGlobals());

interface Tab {
  readonly tabs: Tabs<string>;
  readonly mayLead: boolean;
  readonly roles: Role[];
  isOpen: boolean;
}

let serial = 0;
function open(name: string, mayLead: boolean): Tab {
  const roles: Role[] = [];
  const tabs = joinTabs<string>({
    name,
    mayLead,
    onRole: (role) => roles.push(role),
    onMessage: () => undefined,
  });
  return { tabs, mayLead, roles, isOpen: true };
}

/** What a tab does, by the number of the tab; an open or a leave of one that is open or gone is nothing. */
const step = fc.tuple(fc.constantFrom("open", "open-keyless", "leave", "take-over", "wait"), fc.nat(4));

/** All that was granted is granted: the locks of the fixture take some turns of the queue of promises. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe("the tabs of one browser", () => {
  it("have exactly one that leads, as long as one may, whoever comes, goes and takes over in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        serial += 1;
        const all: Tab[] = [];
        const slots = new Map<number, Tab>();
        for (const [what, slot] of steps) {
          const tab = slots.get(slot);
          if (what === "wait") await settle();
          else if (what === "take-over") tab?.tabs.takeOver();
          else if (what === "leave") {
            if (tab) tab.isOpen = false;
            tab?.tabs.leave();
            slots.delete(slot);
          } else if (!tab) {
            const opened = open(`law ${serial}`, what === "open");
            slots.set(slot, opened);
            all.push(opened);
          }
        }
        await settle();
        const present = all.filter((tab) => tab.isOpen);
        const leading = present.filter((tab) => tab.roles.at(-1) === "leading");
        expect(leading).toHaveLength(present.some((tab) => tab.mayLead) ? 1 : 0);
        expect(leading.every((tab) => tab.mayLead)).toBe(true);
        for (const tab of present) tab.tabs.leave();
        await settle();
      }),
      { numRuns: 150 },
    );
  });
});
