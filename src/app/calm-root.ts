/**
 * React hears every kind of event at its root, and a browser gives a frame of the page to each round of each animation whose rounds
 * somebody hears: several a second with a view of trainings that run. Nothing here hears them.
 * @returns the root, deaf to rounds of animations
 */
export function calmRoot(root: Element): Element {
  const listen = root.addEventListener.bind(root);
  root.addEventListener = (...event: Parameters<typeof listen>) => {
    if (event[0] !== "animationiteration") listen(...event);
  };
  return root;
}
