/** What a browser's database is asked for, as promises. */

/** What a request gives. Rejects with why it failed, which aborts its transaction too. */
export const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves once all of a transaction is done. Rejects when it was aborted, with what failed, where that is known. */
export const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
  });

/** Ends a transaction without effect; one that has ended by itself stays as it is. */
export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended.
  }
}
