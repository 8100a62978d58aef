/** Web Locks as far as the page uses them: exclusive, in turn, if free, and stolen. Node has none before its 24th version. */

interface Options {
  readonly ifAvailable?: boolean;
  readonly steal?: boolean;
  readonly signal?: AbortSignal;
}

type Run = (lock: object | null) => unknown;

interface Holder {
  readonly reject: (reason: unknown) => void;
}

const aborted = () => new DOMException("aborted", "AbortError");

export function fakeLocks() {
  const holders = new Map<string, Holder>();
  const queues = new Map<string, (() => void)[]>();

  function hold(name: string, run: Run): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const holder: Holder = { reject };
      holders.set(name, holder);
      const release = () => {
        if (holders.get(name) !== holder) return;
        holders.delete(name);
        queues.get(name)?.shift()?.();
      };
      void Promise.resolve(run({ name })).then(
        (value) => {
          release();
          resolve(value);
        },
        (error: unknown) => {
          release();
          reject(error as Error);
        },
      );
    });
  }

  return {
    async request(name: string, { ifAvailable, steal, signal }: Options, run: Run): Promise<unknown> {
      await Promise.resolve();
      if (signal?.aborted) throw aborted();
      const holder = holders.get(name);
      if (holder && steal) {
        holders.delete(name);
        holder.reject(aborted());
        return hold(name, run);
      }
      if (!holder) return hold(name, run);
      if (ifAvailable) return run(null);
      return new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const start = () => hold(name, run).then(resolve, reject);
        const turn = () => void start();
        queue.push(turn);
        signal?.addEventListener("abort", () => {
          const index = queue.indexOf(turn);
          if (index === -1) return;
          queue.splice(index, 1);
          reject(aborted());
        });
      });
    },
  };
}
