/** How small trainings and bands are drawn, by elements and on a canvas alike. Px, as in tokens.css and timeline.css. */

/** No training is drawn narrower. */
export const LEAST_BAR = 3;
/** What is open grows leftwards from now, and is drawn no narrower than these. */
export const LEAST_RUNNING = 8;
export const LEAST_STARTING = 10;
/** A narrower hatch cannot be seen: the end is drawn as a normal one. */
export const LEAST_HATCH = 2;
/** As near as this to a bar a pointer is on it: bars are small. */
export const SLACK = 4;
/** Where a band fades out; no band is narrower. */
export const FADE = 14;
