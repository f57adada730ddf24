import { CfcError, describe, integer, uniform } from '@cfc/core';
import type { Pace } from './pace.js';

/** A curriculum's state. Plain data. */
export interface Lesson<S = unknown> {
  /** Problems tried so far. */
  readonly tried: number;
  readonly pace: S;
}

/** Which problem comes next. Pure functions over a state of plain data. */
export interface Curriculum<S = unknown> {
  init(): Lesson<S>;
  /** How many problems are open. */
  open(lesson: Lesson<S>): number;
  /** The index of the next problem. */
  next(lesson: Lesson<S>): number;
  /** The state after the problem was tried. */
  told(success: boolean, lesson: Lesson<S>): Lesson<S>;
}

/** So that a level of 0.1 + 0.2 opens the rank 0.3. */
const ROUNDING = 1e-12;

const seedField = integer(0, 'seed of the draws', { min: 0 });

/**
 * Draws problems from easy to hard: at level c uniformly among those whose rank is at most c, where the rank of a problem is
 * the share of all problems that are no harder. At least the easiest ones are always open.
 *
 * @param difficulties one finite number for each problem, larger for harder ones
 * @param pace how the level grows: `bySteps`, `bySuccess`, or your own
 * @param seed a whole number >= 0; 0 where none is given
 * @throws `INPUT_INVALID` for no problems, or a difficulty that is not finite; `OPTION_INVALID` for a seed that is none
 * Source: E. Platanios et al., Competence-based curriculum learning, NAACL (2019) 1162.
 *
 * @example
 * const lessons = curriculum(sizes, bySuccess());
 * let lesson = lessons.init();
 * for (let k = 0; k < 100; k++) lesson = lessons.told(solve(problems[lessons.next(lesson)]), lesson);
 */
export function curriculum<S>(difficulties: ArrayLike<number>, pace: Pace<S>, seed = 0): Curriculum<S> {
  seedField.check(seed, 'curriculum.seed');
  const given = Array.from(difficulties);
  if (given.length === 0) {
    throw new CfcError('INPUT_INVALID', 'there are no problems', 'curriculum', 'Give the difficulty of each.');
  }
  given.forEach((difficulty, k) => {
    if (Number.isFinite(difficulty)) return;
    const what = `a difficulty is ${describe(difficulty)}`;
    throw new CfcError('INPUT_INVALID', what, `curriculum.difficulties[${k}]`, 'Give finite numbers.');
  });
  const order = given.map((_, k) => k).sort((j, k) => given[j]! - given[k]! || j - k);
  const ranks = order.map((k) => given.filter((difficulty) => difficulty <= given[k]!).length / given.length);
  const open = ({ pace: state }: Lesson<S>): number => {
    const level = Math.max(ranks[0]!, pace.level(state) + ROUNDING);
    return ranks.filter((rank) => rank <= level).length;
  };
  return Object.freeze<Curriculum<S>>({
    init: () => ({ tried: 0, pace: pace.init() }),
    open,
    next: (lesson) => order[Math.floor(open(lesson) * uniform(seed, lesson.tried, 0))]!,
    told: (success, { tried, pace: state }) => ({ tried: tried + 1, pace: pace.told(success, state) }),
  });
}
