import type { Method } from '../contract/pieces.js';
import type { Plan, StepEvent } from '../contract/relax.js';
import { monotone } from '../relax/guards/monotone.js';
import { readState, writeState } from '../relax/json.js';
import { proceed, relax } from '../relax/relax.js';
import { advance, begin } from '../relax/step.js';
import { anyOf } from '../relax/stops/any-of.js';
import { gradientBelow } from '../relax/stops/gradient-below.js';
import { maxSteps } from '../relax/stops/max-steps.js';
import { compile } from '../system/compile.js';
import { type Problem, problems } from './problems.js';
import { type Report, runChecks } from './report.js';

/**
 * Checks a method on every problem with a known minimum: it comes within `gap` of the minimum, never
 * raises the energy under the guard `Monotone`, changes nothing that it is handed, and stopped half-way,
 * written to JSON and resumed it ends on the same bits.
 *
 * Needs no test framework: throws an error that lists every failure, else returns what was checked.
 *
 * @param name what to call it in messages
 * @param given.gap how far above the minimum it may end, 1e-6 by default
 * @param given.steps how many steps it has, 2000 by default
 */
export function checkMethod(
  name: string,
  method: Method,
  given: { readonly gap?: number; readonly steps?: number; readonly problems?: readonly Problem[] } = {},
): Report {
  const { gap = 1e-6, steps = 2000 } = given;
  const checks = (given.problems ?? problems).flatMap((problem) => {
    const system = compile(problem.system());
    const plan = (count: number): Plan => ({
      method,
      guard: monotone(),
      stop: anyOf({ of: [maxSteps({ steps: count }), gradientBelow({ norm: 1e-10 })] }),
      seed: 3,
    });
    return [
      [
        `${problem.name}: reaches the minimum`,
        (): string => reaches(problem, gap, relax(system, problem.eta0, plan(steps)).unitEnergy),
      ],
      [
        `${problem.name}: never raises the energy`,
        (): string => {
          const seen: StepEvent[] = [];
          relax(system, problem.eta0, { ...plan(200), observers: [(event) => seen.push(event)] });
          const rise = seen.reduce((most, { change }) => Math.max(most, change), 0);
          if (rise > 0) throw new Error(`it rose by ${rise}`);
          return `${seen.length} steps`;
        },
      ],
      [
        `${problem.name}: changes nothing it is handed`,
        (): string => {
          const state = begin(system, problem.eta0, plan(20));
          const before = writeState(state);
          advance(system, plan(20), state);
          if (writeState(state) !== before) throw new Error('the state was changed');
          return 'one step';
        },
      ],
      [
        `${problem.name}: resumes to the same bits`,
        (): string => {
          const whole = relax(system, problem.eta0, plan(12));
          const half = relax(system, problem.eta0, plan(6));
          const read = readState(writeState(half.state));
          const resumed =
            half.outcome === 'stopped' ? proceed(system, plan(12), { ...read, outcome: null, reason: null }) : half;
          if (writeState(resumed.state) !== writeState(whole.state)) throw new Error('the two runs differ');
          return `${resumed.steps} steps`;
        },
      ],
    ] as const;
  });
  return runChecks(name, Object.fromEntries(checks));
}

function reaches(problem: Problem, gap: number, energy: number): string {
  const above = energy - problem.minimum;
  const rounding = problem.accuracy * Math.max(1, Math.abs(problem.minimum));
  if (above > gap + rounding) throw new Error(`it ended ${above.toExponential(2)} above the minimum, allowed ${gap}`);
  if (above < -rounding)
    throw new Error(`it ended ${(-above).toExponential(2)} below the minimum: the problem is wrong`);
  return `${above.toExponential(2)} above`;
}
