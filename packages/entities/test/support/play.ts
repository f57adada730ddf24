import {
  anyOf,
  descent,
  directedHinge,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  monotone,
  quadratic,
} from '@cfc/core';
import fc from 'fast-check';
import type { Entities } from '../../src/index.js';
import { errorOf, product, well } from './world.js';

/** A command without the system that it is meant for: `pick` chooses among what there is then. */
export interface Move {
  readonly kind:
    'add' | 'remove' | 'cut' | 'update' | 'many' | 'change' | 'blow' | 'signals' | 'weights' | 'relax' | 'snapshot';
  readonly pick: number;
  readonly other: number;
  readonly value: number;
}

const kinds = [
  'add',
  'add',
  'remove',
  'cut',
  'update',
  'many',
  'change',
  'blow',
  'signals',
  'weights',
  'relax',
] as const;

export const moves = (most: number, more: readonly Move['kind'][] = []): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds, ...more),
      pick: fc.nat(1000),
      other: fc.nat(1000),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: most >> 1, maxLength: most, size: 'max' },
  );

const plans = [
  undefined,
  { method: descent({ search: fixedStep({ step: 0.05 }) }), guard: monotone(), stop: maxSteps({ steps: 3 }) },
  { method: descent(), stop: anyOf({ of: [gradientBelow({ norm: 1e-3 }), maxSteps({ steps: 5 })] }), seed: 7 },
];

/** Gives a run the command that a move stands for. Some do not fit and are refused, some fail half way: that is part of it. */
export function play(run: Entities, { kind, pick, other, value }: Move): void {
  const { ids } = run;
  const [id, partner] = [ids[pick % ids.length]!, ids[other % ids.length]!];
  errorOf(() => {
    switch (kind) {
      case 'add': {
        const fresh = ['x', 'y', '7', 'z'][pick % 4]!;
        const module = pick % 3 === 0 ? well({ at: value, bursts: 0.6 }) : landau({ a: value - 0.7, h: value / 3 });
        const use = [quadratic({ weight: value }), directedHinge({ weight: value }), product()][other % 3]!;
        return run.add({
          modules: { [fresh]: module },
          couplings: [{ use, between: [fresh, partner] }],
          eta: { [fresh]: value },
        });
      }
      case 'remove':
        return run.remove({ modules: [id] });
      case 'cut':
        return run.remove({ couplings: [run.couplings()[other % Math.max(1, run.couplings().length)]?.number ?? 0] });
      case 'update':
        return run.update(id, inputOf(run, id, value));
      case 'many':
        return run.updateMany([
          [id, inputOf(run, id, value)],
          [partner, inputOf(run, partner, 1 - value)],
        ]);
      case 'change':
        return run.change(id, run.entity(id).use === 'WellModule' ? { at: value } : { h: value, a: 0.5 - value });
      case 'blow':
        return run.change('c', { at: value, bursts: 0.5 + value / 4 });
      case 'signals':
        return run.setSignals({ delta_eta_domain: value });
      case 'weights':
        return run.setWeights({ [`local:${run.entity(id).use}`]: 0.2 + value });
      case 'relax':
        return run.relax(plans[pick % plans.length]);
      case 'snapshot':
        return run.snapshot();
    }
  });
}

const inputOf = (run: Entities, id: string, value: number): unknown =>
  run.entity(id).use === 'WellModule' ? Float64Array.of(value, value) : value;

/** Everything that has to be the same to the bit. */
export function stateOf(run: Entities) {
  return {
    seq: run.seq,
    entities: run.ids.map((id) => run.entity(id)),
    couplings: run.couplings(),
    energy: run.energy(),
    residual: run.residual(),
    signals: run.system.signals,
  };
}
