/** How a fast clock goes: `speed` seconds in a second, from an instant (epoch ms) on. */
export interface FastClock {
  readonly from: number;
  readonly speed: number;
}

/** The instant on a fast clock, epoch ms. */
export const fastTime = ({ from, speed }: FastClock, machine: number): number =>
  from + (machine - from) * speed;
