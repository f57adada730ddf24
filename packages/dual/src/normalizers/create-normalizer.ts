import { CfcError, describe, fill, type Fields, suggestion } from '@cfc/core';
import type { Normalizer, NormalizerOptions, Plain } from '../contract.js';
import { checkType } from '../state/check-type.js';
import { typed } from '../typed.js';
import { createDrift, driftFields } from './drift.js';
import { none } from './none.js';
import { rank, rankFields } from './rank.js';
import type { Score } from './score.js';
import { winsor, winsorFields } from './winsor.js';

interface Kind {
  readonly fields: Fields;
  make(options: never, state?: Plain): Score;
}

const kinds: Readonly<Record<string, Kind>> = {
  rank: { fields: rankFields, make: rank },
  winsor: { fields: winsorFields, make: winsor },
  none: { fields: {}, make: () => none },
};

/** What a normalizer carries: its window, and its drift detector where it has one. */
interface NormalizerState {
  readonly type: string;
  readonly window: Plain;
  readonly drift: Plain;
}

/**
 * A normalizer by its name (`rank`, `winsor`, `none`), or `{ type, ...options }` with the options of the files of these names;
 * `drift: true`, or options of `createDrift`, watches its raw values.
 *
 * @param where the place that errors name
 * @param state one that `state()` gave under the same options: the normalizer goes on with the same bits
 * @throws `NAME_UNKNOWN` for another type; `OPTION_UNKNOWN`, `OPTION_INVALID`; `INPUT_INVALID` for a state that does not fit
 */
export function createNormalizer(options: NormalizerOptions, where = 'normalizer', state?: Plain): Normalizer {
  const {
    type,
    drift = false,
    ...given
  } = typed(
    typeof options === 'string' ? { type: options } : options,
    'normalizer',
    where,
    'Give rank, winsor or none, or { type: rank, ... }.',
  );
  const kind = Object.hasOwn(kinds, type) ? kinds[type]! : unknown(type, where);
  const filled = fill(kind.fields, given, where);
  checkReference(filled, where);
  const seen = stateOf(state, type, where);
  const score = kind.make(filled as never, seen?.window);
  if (drift === false)
    return { ...score, drift: () => null, state: () => ({ type, window: score.state(), drift: null }) };
  const watch = createDrift(fill(driftFields, drift === true ? {} : drift, `${where}.drift`), seen?.drift ?? undefined);
  return {
    push(raw) {
      watch.push(raw);
      return score.push(raw);
    },
    slope: score.slope,
    drift: watch.distance,
    state: () => ({ type, window: score.state(), drift: watch.state() }),
  };
}

function unknown(type: string, where: string): never {
  throw new CfcError('NAME_UNKNOWN', `no normalizer ${describe(type)}`, where, suggestion(type, Object.keys(kinds)));
}

function checkReference(options: Readonly<Record<string, unknown>>, where: string): void {
  const { reference = [], freezeAfter = 0 } = options as { reference?: readonly number[]; freezeAfter?: number };
  if (reference.length === 1 || freezeAfter === 1) {
    const what = `a ${freezeAfter === 1 ? 'window' : 'reference'} of one value`;
    throw new CfcError('OPTION_INVALID', what, where, 'Give two values or more, or none.');
  }
  if (reference.length === 0 || freezeAfter === 0) return;
  throw new CfcError('OPTION_INVALID', 'both reference and freezeAfter', where, 'Give one of the two.');
}

function stateOf(state: Plain | undefined, type: string, where: string): NormalizerState | undefined {
  if (state === undefined) return undefined;
  const seen = state as unknown as NormalizerState | null;
  if (typeof seen === 'object' && seen !== null && 'window' in seen && 'drift' in seen) {
    checkType(seen.type, type, where);
    return seen;
  }
  throw new CfcError('INPUT_INVALID', `the state is ${describe(state)}`, where, 'Give what state() returned.');
}
