/** Resolves with `performance.now()` after the frame that shows the present document. */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A message is a task of its own: the frame that this callback belongs to is produced before it.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        port1.close();
        resolve(performance.now());
      });
      port1.start();
      port2.postMessage(undefined);
    });
  });
}
