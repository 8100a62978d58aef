import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_PREFERENCES,
  INTERVALS_MS,
  KEEP_DAYS,
  PREFERENCES_FORM,
  type PreferencesChange,
  withChange,
} from "./preferences-choices.ts";
import { createChoiceStore, type StoragePage } from "./choice-store.ts";

/** The choices about watching, as a tab keeps them. */
function createPreferenceStore(page: StoragePage) {
  const { change, ...store } = createChoiceStore(page, PREFERENCES_FORM);
  return { ...store, change: (to: PreferencesChange) => change((before) => withChange(before, to)) };
}

type Listener = (event: Pick<StorageEvent, "key">) => void;

/** A browser with one storage for all of its tabs; what a tab writes is told to the others when it is delivered. */
function browser({ fullFor = () => false }: { readonly fullFor?: (tab: number) => boolean } = {}) {
  const items = new Map<string, string>();
  const tabs: Listener[] = [];
  let events: { readonly from: number; readonly key: string | null }[] = [];
  return {
    openTab(): StoragePage {
      const tab = tabs.push(() => undefined) - 1;
      return {
        localStorage: {
          getItem: (key) => items.get(key) ?? null,
          setItem(key, value) {
            if (fullFor(tab)) throw new DOMException("full", "QuotaExceededError");
            // As browsers do: writing the same again is no event.
            if (items.get(key) !== value) events.push({ from: tab, key });
            items.set(key, value);
          },
        },
        addEventListener: (_type, listener) => void (tabs[tab] = listener),
      };
    },
    deliver() {
      const due = events;
      events = [];
      for (const { from, key } of due) {
        for (const [tab, listener] of tabs.entries()) if (tab !== from) listener({ key });
      }
    },
    clear() {
      items.clear();
      events.push({ from: -1, key: null });
    },
    write: (key: string, value: string) => items.set(key, value),
    keys: () => [...items.keys()],
  };
}

const deniedPage: StoragePage = {
  get localStorage(): never {
    throw new DOMException("denied", "SecurityError");
  },
  addEventListener: () => undefined,
};

describe("the choices about watching", () => {
  it("are the defaults until something is chosen, and write nothing", () => {
    const { openTab, keys } = browser();
    expect(createPreferenceStore(openTab()).read()).toEqual(DEFAULT_PREFERENCES);
    expect(keys()).toEqual([]);
  });

  it("are kept under one key, for the next tab as well", () => {
    const { openTab, keys } = browser();
    createPreferenceStore(openTab()).change({ intervalMs: 30_000, history: { keepDays: 1 } });
    expect(keys()).toEqual(["decthings.watching"]);
    expect(createPreferenceStore(openTab()).read()).toEqual({
      ...DEFAULT_PREFERENCES,
      intervalMs: 30_000,
      history: { keepDays: 1, maxMegabytes: 200 },
    });
  });

  it("tell a listener of each change, of no other, and not once it has ended", () => {
    const store = createPreferenceStore(browser().openTab());
    let told = 0;
    const end = store.subscribe(() => (told += 1));
    const before = store.read();
    store.change({ intervalMs: 5_000 });
    expect(told).toBe(0);
    expect(store.read()).toBe(before);
    expect(store.change({ intervalMs: 10_000 })).toBe(true);
    expect(told).toBe(1);
    end();
    store.change({ intervalMs: 60_000 });
    expect(told).toBe(1);
  });

  it("follow the other tabs, also when all of the storage is cleared", () => {
    const { openTab, deliver, clear } = browser();
    const [one, other] = [createPreferenceStore(openTab()), createPreferenceStore(openTab())];
    one.change({ whenHidden: "pause" });
    expect(other.read().whenHidden).toBe("minute");
    deliver();
    expect(other.read().whenHidden).toBe("pause");
    clear();
    deliver();
    expect([one.read(), other.read()]).toEqual([DEFAULT_PREFERENCES, DEFAULT_PREFERENCES]);
  });

  it("hear of nothing else that is stored", () => {
    const { openTab, write } = browser();
    let hear: Listener | undefined;
    const store = createPreferenceStore({
      ...openTab(),
      addEventListener: (_type, listener) => void (hear = listener),
    });
    write("decthings.watching", '{"intervalMs":10000}');
    hear?.({ key: "theme" });
    expect(store.read()).toEqual(DEFAULT_PREFERENCES);
    hear?.({ key: "decthings.watching" });
    expect(store.read().intervalMs).toBe(10_000);
  });

  it("do not undo another tab's choice that was not heard of yet", () => {
    const { openTab, deliver } = browser();
    const [one, other] = [createPreferenceStore(openTab()), createPreferenceStore(openTab())];
    one.change({ intervalMs: 60_000 });
    other.change({ whenHidden: "pause" });
    deliver();
    expect([one.read(), other.read()]).toEqual([
      { ...DEFAULT_PREFERENCES, intervalMs: 60_000, whenHidden: "pause" },
      { ...DEFAULT_PREFERENCES, intervalMs: 60_000, whenHidden: "pause" },
    ]);
  });

  it("hold in memory where storage is denied", () => {
    const store = createPreferenceStore(deniedPage);
    expect(store.read()).toEqual(DEFAULT_PREFERENCES);
    expect(store.change({ intervalMs: 10_000 })).toBe(false);
    store.change({ whenHidden: "pause" });
    expect(store.read()).toEqual({ ...DEFAULT_PREFERENCES, intervalMs: 10_000, whenHidden: "pause" });
  });

  it("hold in memory while storage is full, and are not undone by what it still holds", () => {
    let full = false;
    const { openTab } = browser({ fullFor: () => full });
    const store = createPreferenceStore(openTab());
    store.change({ intervalMs: 60_000 });
    full = true;
    store.change({ intervalMs: 10_000 });
    store.change({ whenHidden: "pause" });
    expect(store.read()).toEqual({ ...DEFAULT_PREFERENCES, intervalMs: 10_000, whenHidden: "pause" });
    full = false;
    store.change({ history: { keepDays: 1 } });
    expect(createPreferenceStore(openTab()).read()).toEqual(store.read());
  });

  const change: fc.Arbitrary<PreferencesChange> = fc.oneof(
    fc.record({ intervalMs: fc.constantFrom(...INTERVALS_MS) }),
    fc.record({ whenHidden: fc.constantFrom("minute" as const, "pause" as const) }),
    fc.record({ history: fc.record({ keepDays: fc.constantFrom(...KEEP_DAYS) }) }),
  );

  it("are the same in all tabs once all has been heard, and every tab's last word on a field holds", () => {
    const steps = fc.array(fc.record({ tab: fc.nat(2), change, delivers: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (schedule) => {
        const { openTab, deliver } = browser();
        const tabs = [openTab(), openTab(), openTab()].map(createPreferenceStore);
        let expected = DEFAULT_PREFERENCES;
        for (const { tab, change: made, delivers } of schedule) {
          tabs[tab]?.change(made);
          expected = withChange(expected, made);
          if (delivers) deliver();
        }
        deliver();
        for (const tab of tabs) expect(tab.read()).toEqual(expected);
      }),
    );
  });
});
