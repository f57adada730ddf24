import type { Vector } from '../contract/energy.js';
import type { Plan, Solution } from '../contract/relax.js';
import { CfcError } from '../errors.js';
import { compile } from '../system/compile.js';
import type { System } from '../system/define.js';
import { describe } from '../options/field.js';
import { readEta } from '../system/read-eta.js';
import { defaultPlan } from './default-plan.js';
import { relax } from './relax.js';

/** One relaxation of several: where it began and where it ended. */
export interface Stage {
  /** The order parameters that it began with: read anew, or carried over. */
  readonly start: Vector;
  readonly solution: Solution;
}

/** What is the same in every stage, and what each makes of the ones before. */
export interface Staging<Inputs extends object> {
  /** The number of relaxations, at least 1. */
  readonly stages: number;
  /** The system of stage `stage`, from 0; `seen` are the stages before, the last of them last. The modules stay the same. */
  readonly system: (stage: number, seen: readonly Stage[]) => System<Inputs>;
  /** What the modules read, at the beginning of every stage. */
  readonly inputs: Inputs | ((stage: number, seen: readonly Stage[]) => Inputs);
  /** Ids whose η goes on from where the stage before ended; all others are read anew. None where none are named. */
  readonly carry?: readonly Extract<keyof Inputs, string>[];
  /** The pieces of every run; `defaultPlan` where none is given. */
  readonly plan?: Plan;
}

/**
 * Relaxes a system several times and reads the order parameters anew in between: the loop for whatever acts only when η
 * is read. A gate's cost is of that kind: no schedule inside a relaxation can ramp it.
 *
 * The unit-weight energies of two stages may be compared where their systems have the same energies.
 *
 * @returns one entry for each stage, in order
 * @throws `INPUT_INVALID` for a number of stages that is none, or a stage with other modules; `NAME_UNKNOWN` for an id to
 * carry that no module has; what `readEta`, `compile` and `relax` throw
 *
 * @example
 * // Gates open one by one, the most useful first, as the cost falls from eight times its value.
 * const system = (stage: number) =>
 *   defineSystem({ modules: { gate: energyGating({ cost: 0.05 * 8 * 0.8 ** stage }), domain: landau() } });
 * const [last] = stages({ stages: 11, system, inputs: { gate: { gain: 0.3 }, domain: 0.5 }, carry: ['domain'] }).slice(-1);
 */
export function stages<Inputs extends object>(given: Staging<Inputs>): readonly Stage[] {
  const { stages: count, system: systemOf, inputs, carry = [], plan = defaultPlan } = given;
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new CfcError('INPUT_INVALID', `${describe(count)} stages`, 'stages', 'Give a whole number >= 1.');
  }
  const seen: Stage[] = [];
  let ids: readonly string[] | null = null;
  for (let stage = 0; stage < count; stage++) {
    const before = [...seen];
    const system = systemOf(stage, before);
    ids ??= system.ids;
    checkModules(ids, system.ids, stage);
    const read = typeof inputs === 'function' ? inputs(stage, before) : inputs;
    const start = Float64Array.from(readEta(system, read));
    const last = seen.at(-1)?.solution.vector;
    for (const id of carry) {
      const i = system.indexOf(id);
      if (last !== undefined) start[i] = last[i]!;
    }
    seen.push({ start, solution: relax(compile(system as System), start, plan) });
  }
  return seen;
}

function checkModules(first: readonly string[], now: readonly string[], stage: number): void {
  if (first.length === now.length && first.every((id, i) => id === now[i])) return;
  const fix = 'Give every stage the same ids in the same order.';
  throw new CfcError('INPUT_INVALID', 'the modules are not those of stage 0', `stage ${stage}`, fix);
}
