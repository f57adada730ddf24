import { CfcError } from '@cfc/core';
import { readNumbers, writeNumbers } from './numbers.js';
import type { TrainerState } from './state.js';

/** A state as JSON text. Reading it back gives the same bits: training goes on as if it had never stopped. */
export function writeCheckpoint({ parameters, adam, reference, updates, calls }: TrainerState): string {
  return JSON.stringify({
    gspo: 1,
    updates,
    calls,
    parameters: writeNumbers(parameters),
    adam: { steps: adam.steps, mean: writeNumbers(adam.mean), square: writeNumbers(adam.square) },
    reference: reference === null ? null : writeNumbers(reference),
  });
}

/** A state from JSON text. Throws `INPUT_INVALID` where the text is none, or a number in it is not finite. */
export function readCheckpoint(text: string): TrainerState {
  const tree = parsed(text) as Record<string, unknown>;
  if (tree?.['gspo'] !== 1) {
    throw new CfcError('INPUT_INVALID', 'not a checkpoint', 'the checkpoint', 'Give what writeCheckpoint returned.');
  }
  const adam = (tree['adam'] ?? {}) as Record<string, unknown>;
  const parameters = readNumbers(tree['parameters'], 'parameters');
  const like = (given: unknown, where: string) => readNumbers(given, where, parameters.length);
  return {
    parameters,
    adam: {
      mean: like(adam['mean'], 'adam.mean'),
      square: like(adam['square'], 'adam.square'),
      steps: count(adam['steps'], 'adam.steps'),
    },
    reference: tree['reference'] === null ? null : like(tree['reference'], 'reference'),
    updates: count(tree['updates'], 'updates'),
    calls: count(tree['calls'], 'calls'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CfcError('INPUT_INVALID', 'not JSON', 'the checkpoint', 'Give what writeCheckpoint returned.');
  }
}

function count(given: unknown, where: string): number {
  if (Number.isSafeInteger(given) && (given as number) >= 0) return given as number;
  throw new CfcError('INPUT_INVALID', 'not a count', where, 'Give what writeCheckpoint returned.');
}
