import type { Plan } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { CfcError } from '../errors.js';
import { describe, integer, isRecord } from '../options/field.js';
import { onlyKeys } from '../options/only-keys.js';

/** The functions that a piece of each slot has to have. */
const functions: Readonly<Record<string, readonly string[]>> = {
  method: ['init', 'step'],
  guard: ['check'],
  stop: ['init', 'check'],
  schedule: ['init', 'weights'],
  adapter: ['init', 'adapt'],
};
const keys = [...Object.keys(functions), 'seed', 'observers'];

/** The seed of a run, as plans and scenarios give it. */
export const seedField = integer(0, 'seed of all randomness', { min: 0 });

/**
 * Checks a plan before any work starts. A piece may be any object with the functions of its slot; where it says of which
 * slot it is, that has to be right.
 *
 * @throws `OPTION_UNKNOWN` for a key that no plan has; `OPTION_INVALID` for a piece, seed or observer that is none
 */
export function checkPlan(plan: Plan): void {
  const given: unknown = plan;
  if (!isRecord(given)) {
    throw new CfcError('INPUT_INVALID', `${describe(given)} is not a plan`, 'plan', 'Give { method, stop, ... }.');
  }
  onlyKeys(given, keys, 'plan');
  if (given['method'] === undefined) {
    const fix = 'Give one, for example auto(), or begin with all of the default: { ...defaultPlan, stop }.';
    throw new CfcError('OPTION_INVALID', 'the plan has no method', 'plan.method', fix);
  }
  for (const slot of Object.keys(functions)) if (given[slot] !== undefined) checkPiece(given[slot], slot);
  if (given['seed'] !== undefined) seedField.check(given['seed'], 'plan.seed');
  const observers = given['observers'] ?? [];
  if (Array.isArray(observers) && observers.every((observer) => typeof observer === 'function')) return;
  throw new CfcError('OPTION_INVALID', 'observers are no functions', 'plan.observers', 'Give a list of functions.');
}

function checkPiece(piece: unknown, slot: string): void {
  const refuse = (what: string, fix = `Give a piece of the slot "${slot}".`): never => {
    throw new CfcError('OPTION_INVALID', what, `plan.${slot}`, fix);
  };
  if (typeof piece === 'function') {
    const name = `"${piece.name}"`;
    if ('slot' in piece) refuse(`${name} is a definition, not a piece`, 'Call it: what it returns is the piece.');
    refuse(`${name} is a function, not a piece`);
  }
  if (!isRecord(piece)) return refuse(`${describe(piece)} is not a piece`);
  if (piece['slot'] !== undefined && piece['slot'] !== slot) {
    refuse(`${describe(piece['name'])} is of the slot ${describe(piece['slot'])}`);
  }
  const missing = functions[slot]!.filter((key) => typeof piece[key] !== 'function');
  if (missing.length > 0) refuse(`the piece has no function "${missing.join('", "')}"`);
  if (slot === 'adapter' && !Array.isArray(piece['needs']))
    refuse('the piece does not say what it needs', 'Give needs: [].');
}

/** Throws `INPUT_INVALID` where a system was not compiled. */
export function checkCompiled(system: CompiledSystem): void {
  const given: unknown = system;
  if (isRecord(given) && typeof given['energy'] === 'function' && typeof given['gradient'] === 'function') return;
  const raw = isRecord(given) && 'modules' in given;
  throw new CfcError(
    'INPUT_INVALID',
    raw ? 'the system is not compiled' : `${describe(given)} is not a compiled system`,
    'system',
    'Give compile(defineSystem(...)).',
  );
}
