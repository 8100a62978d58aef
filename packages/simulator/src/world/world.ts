/**
 * The simulated world: a pure function of (seed, scenario, sessions, instant, commands, number of answers before).
 * `World` only remembers what it already computed; `world` is the same without a memory, and a test holds them equal.
 */
import { candidates, lifeSpan, slotOf, type LifeSpan, type Slot } from "./boundaries.ts";
import { NO_COMMANDS, obey, type Commands } from "./commands.ts";
import { launchersOf, type Launcher } from "./launchers.ts";
import { isAlive, showLife, type Life, type SessionShown } from "./life.ts";
import { modelsOf } from "./models.ts";
import { planLife, type Cast } from "./plan.ts";
import { scenarioOf, type ScenarioName } from "./scenarios.ts";

export interface WorldOptions {
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly sessions: number;
}

export interface Moment {
  /** Epoch ms. */
  readonly t: number;
  readonly commands: Commands;
  /** List answers given before this one; only the flapping world looks at it. */
  readonly answer: number;
}

interface Remembered {
  readonly number: number;
  readonly span: LifeSpan;
  life: Life | undefined;
}

export interface World {
  readonly launchers: readonly Launcher[];
  /** The sessions alive at this moment, in the order of their slots. Costs O(sessions). */
  livesAt(moment: Moment): Life[];
}

export function createWorld({ seed, scenario: name, sessions }: WorldOptions): World {
  const scenario = scenarioOf(name);
  const cast: Cast = {
    models: modelsOf(seed, scenario.models),
    launchers: launchersOf(seed, scenario.launchers),
  };
  const launchers = cast.launchers.map(
    (launcher, index) => scenario.dressLauncher?.(launcher, index) ?? launcher,
  );
  const slots = Array.from({ length: scenario.slots(sessions) }, (_, index) =>
    slotOf(seed, index, scenario.tempers, scenario.seam),
  );
  const remembered: Remembered[][] = slots.map(() => []);

  /** The life of this number if it spans `t`. Planning is dear, so a life is planned when first alive, and kept. */
  function lifeOf(slot: Slot, number: number, t: number): Life | undefined {
    const kept = remembered[slot.index] ?? [];
    let entry = kept.find((known) => known.number === number);
    if (entry === undefined) {
      entry = { number, span: lifeSpan(seed, slot, number), life: undefined };
      // Two lives of a slot can be alive together, never three.
      remembered[slot.index] = [...kept.slice(-1), entry];
    }
    if (!isAlive(entry.span, t)) return undefined;
    if (entry.life === undefined) {
      const planned = planLife(seed, slot, number, cast);
      entry.life = scenario.dress?.(planned, slot.index) ?? planned;
    }
    return entry.life;
  }

  function livesAt({ t, commands, answer }: Moment): Life[] {
    const living: Life[] = [];
    for (const slot of slots) {
      for (const number of candidates(slot, t)) {
        const planned = lifeOf(slot, number, t);
        if (planned === undefined) continue;
        const life = commands.size === 0 ? planned : obey(planned, commands);
        if (!isAlive(life, t)) continue;
        const shown = scenario.show === undefined ? life : scenario.show(life, slot.index, t, answer);
        if (shown !== undefined) living.push(shown);
      }
    }
    return living;
  }

  return { launchers, livesAt };
}

/** What the world shows at `t` (epoch ms), as the sessions of one answer. */
export function world(
  seed: number,
  scenario: ScenarioName,
  sessions: number,
  t: number,
  { commands = NO_COMMANDS, answer = 0 }: Partial<Omit<Moment, "t">> = {},
): readonly SessionShown[] {
  return createWorld({ seed, scenario, sessions })
    .livesAt({ t, commands, answer })
    .map((life) => showLife(life, t));
}
