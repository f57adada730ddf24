import { CfcError, describe } from '@cfc/core';

/**
 * Throws `INPUT_INVALID` where what a rule is said to have kept is not of the kind that it keeps: maps have the keys, lists are lists and
 * numbers finite numbers as in a fresh state. Where that has null or an empty map, what comes later may be there; in a list that is empty then, only numbers.
 */
export function checkShape(given: unknown, fresh: unknown, where: string): void {
  const refuse = (expected: string): never => {
    const fix = 'Give what state() returned.';
    throw new CfcError('INPUT_INVALID', `${describe(given)} is not ${expected}`, where, fix);
  };
  if (fresh === null || fresh === undefined) return checkNumbers(given, where);
  if (Array.isArray(fresh)) {
    if (!Array.isArray(given)) return refuse('a list');
    given.forEach((entry, k) =>
      checkShape(entry, fresh.length > 0 ? fresh[Math.min(k, fresh.length - 1)] : 0, `${where}[${k}]`),
    );
  } else if (isRecord(fresh)) {
    if (!isRecord(given)) return refuse('a map');
    for (const [name, entry] of Object.entries(fresh)) checkShape(given[name], entry, `${where}.${name}`);
  } else if (typeof given !== typeof fresh || (typeof given === 'number' && !Number.isFinite(given))) {
    refuse(typeof fresh === 'number' ? 'a finite number' : `a ${typeof fresh}`);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever else a state holds, there are no texts among its numbers, and no number is a number no more. */
function checkNumbers(given: unknown, where: string): void {
  if (given === null || given === undefined || typeof given === 'boolean') return;
  if (typeof given === 'number' && Number.isFinite(given)) return;
  if (Array.isArray(given)) return given.forEach((entry, k) => checkNumbers(entry, `${where}[${k}]`));
  if (isRecord(given)) {
    for (const [name, entry] of Object.entries(given)) checkNumbers(entry, `${where}.${name}`);
    return;
  }
  throw new CfcError('INPUT_INVALID', `${describe(given)} is not a number`, where, 'Give what state() returned.');
}
