const durations: number[] = [];

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) durations.push(duration);
}).observe({ type: "longtask", buffered: true });

/** Every task of the main thread over 50 ms so far, ms. */
export const longTasks = (): readonly number[] => durations;
