/**
 * React hears every kind of event at its root, and a browser gives a frame of the page to each beginning, round and end of each
 * animation that somebody hears of: several a second with a view of trainings that run. Who wants one hears it by
 * itself (`change-hints.tsx`): React's handlers for them are never called.
 * @returns the root, deaf to animations
 */
export function calmRoot(root: Element): Element {
  const listen = root.addEventListener.bind(root);
  root.addEventListener = (...event: Parameters<typeof listen>) => {
    if (!event[0].startsWith("animation")) listen(...event);
  };
  return root;
}
