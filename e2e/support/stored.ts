/** The database of the history, as any page of its origin can reach it. */
import type { Page } from "@playwright/test";

export interface StoredSession {
  readonly id: string;
  readonly ended: boolean;
}

/** What is stored, of all connections. Nothing where there is no database yet: looking never makes one. */
export function storedSessions(page: Page): Promise<StoredSession[]> {
  return page.evaluate(async () => {
    const found = await indexedDB.databases();
    if (!found.some(({ name }) => name === "decthings-history")) return [];
    return new Promise<StoredSession[]>((resolve, reject) => {
      const opening = indexedDB.open("decthings-history");
      opening.onerror = () => reject(new Error("The database cannot be opened."));
      opening.onsuccess = () => {
        const database = opening.result;
        const all = database.transaction(["sessions", "journal"]);
        const ended = all.objectStore("sessions").getAllKeys() as IDBRequest<string[][]>;
        const journal = all.objectStore("journal").getAll() as IDBRequest<Map<string, string | null>[]>;
        all.onabort = () => reject(new Error("The sessions cannot be read."));
        all.oncomplete = () => {
          database.close();
          // The newest part that names a session says whether it goes on.
          const parts = new Map(journal.result.flatMap((part) => [...part]));
          const open = [...parts].flatMap(([id, text]) => (text === null ? [] : [{ id, ended: false }]));
          const others = ended.result.map(([, id = ""]) => ({ id, ended: true }));
          resolve([...open, ...others.filter(({ id }) => !open.some((one) => one.id === id))]);
        };
      };
    });
  });
}

/** Receipt of the newest answer that is stored, epoch ms; undefined where there is none. The database must be there. */
export function storedUntil(page: Page): Promise<number | undefined> {
  return page.evaluate(
    () =>
      new Promise<number | undefined>((resolve, reject) => {
        const opening = indexedDB.open("decthings-history");
        opening.onerror = () => reject(new Error("The database cannot be opened."));
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction("connections").objectStore("connections").getAll() as IDBRequest<
            { latest?: { receivedAt?: number } }[]
          >;
          asked.onerror = () => reject(new Error("The connections cannot be read."));
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result[0]?.latest?.receivedAt);
          };
        };
      }),
  );
}

/** Puts nonsense in the place of every value that is stored. */
export function spoilStored(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("decthings-history");
        opening.onerror = () => reject(new Error("The database cannot be opened."));
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names, "readwrite");
          for (const name of names) {
            const walking = transaction.objectStore(name).openCursor();
            walking.onsuccess = () => {
              const cursor = walking.result;
              if (!cursor) return;
              cursor.update({ nonsense: true });
              cursor.continue();
            };
          }
          transaction.onabort = () => reject(new Error("Nothing was written."));
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

/** Deletes the database, as clearing the site's data does. Resolves once it is gone. */
export function deleteStored(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("decthings-history");
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(new Error("The database cannot be deleted."));
      }),
  );
}

/** Leaves the dashboard and deletes all that a browser keeps of it: what is opened next is a first visit. */
export async function forgetVisit(page: Page, origin: string): Promise<void> {
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
}

/** Takes the database to a schema of the far future, as a newer version of the page would. Resolves once that is done. */
export function upgradeStored(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("decthings-history", 1_000);
        opening.onerror = () => reject(new Error("The database cannot be upgraded."));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

/** Gives the page's origin so little room. To be called before anything is stored: Chromium looks at the quota only now and then. */
export async function limitStorage(page: Page, quotaBytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: quotaBytes });
}

/** Takes what is left of the room. Random bytes: others could be compressed. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("ballast", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("bytes", { autoIncrement: true });
        opening.onerror = () => reject(new Error("There is no room to begin with."));
        opening.onsuccess = () => put(opening.result, 65_536);
        // Ever smaller pieces, until there is no room for a page of memory.
        function put(database: IDBDatabase, size: number): void {
          if (size < 4_096) {
            database.close();
            return resolve();
          }
          const transaction = database.transaction("bytes", "readwrite", { durability: "strict" });
          transaction.objectStore("bytes").put(crypto.getRandomValues(new Uint8Array(size)));
          transaction.oncomplete = () => put(database, size);
          transaction.onabort = () => put(database, size / 2);
        }
      }),
  );
}
