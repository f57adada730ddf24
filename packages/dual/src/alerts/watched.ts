import type { Plain } from '../contract.js';

interface Limits {
  readonly window: number;
  readonly satisfaction: number;
  readonly capped: number;
}

/** What is watched of one constraint. */
export interface Watched {
  /** Told whether λ is at its cap; true at the step where that has lasted too long. */
  capped(now: boolean): boolean;
  /** Told whether it is satisfied; the share of the window at the step where it falls below the limit, else null. */
  unsatisfied(now: boolean): number | null;
  state(): Plain;
}

interface State {
  readonly streak: number;
  /** The last steps, the oldest first: 1 satisfied, 0 not. */
  readonly recent: string;
  /** Whether low satisfaction has been told of and lasts. */
  readonly told: boolean;
}

/** The counters of one constraint, from nothing or from a state. */
export function watched({ window, satisfaction, capped }: Limits, from: Plain | undefined): Watched {
  const before = (from ?? { streak: 0, recent: '', told: false }) as unknown as State;
  const ring = new Uint8Array(window);
  let { streak, told } = before;
  let [count, next, met] = [0, 0, 0];
  const put = (now: number): void => {
    if (count === window) met -= ring[next]!;
    else count++;
    ring[next] = now;
    met += now;
    next = next + 1 === window ? 0 : next + 1;
  };
  for (const digit of before.recent) put(Number(digit));
  return {
    capped(now) {
      streak = now ? Math.min(streak + 1, capped + 1) : 0;
      return streak === capped;
    },
    unsatisfied(now) {
      put(now ? 1 : 0);
      const low = count === window && met < satisfaction * window;
      const begins = low && !told;
      told = low;
      return begins ? met / window : null;
    },
    state() {
      const oldest = count === window ? next : 0;
      const recent = Array.from({ length: count }, (_, i) => ring[(oldest + i) % window]).join('');
      return { streak, recent, told };
    },
  };
}
