import type { Row } from '../table/row.js';
import { counted, short } from './number.js';
import type { Run } from './run.js';
import { awayFromBase } from './weights-at-end.js';

/** Something that a reader should know of a run, and what to do about it. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

/** More points tried in vain for each step than this are worth a word. */
const MANY = 2;

/** What is wrong with a run, the gravest first; empty where nothing is. */
export function adviceOf(run: Run): readonly Advice[] {
  return [
    ...outcome(run),
    ...margin(run.rows),
    ...weights(run),
    ...refused(run.rows),
    ...backtracks(run.rows),
    ...warnings(run.rows),
  ];
}

function outcome({ result, rows }: Run): readonly Advice[] {
  if (result?.outcome === 'converged') return [];
  if (result === null) {
    const what = `There is no result: after ${counted(rows.length, 'step')} the run is still at work, or was cut off.`;
    return [{ what, todo: 'Wait for it, or go on with it: cfc run <scenario> --out <dir> --resume.' }];
  }
  const todo =
    result.outcome === 'refused'
      ? 'Let the search try shorter steps, or loosen the guard.'
      : 'Allow more steps, or ask for less by the stop rule.';
  return [{ what: `Not converged: ${result.reason}.`, todo }];
}

function margin(rows: readonly Row[]): readonly Advice[] {
  const below = rows.filter(({ contraction_margin: margin }) => typeof margin === 'number' && margin < 0);
  const warned = rows.filter((row) => row['margin_warn'] === 1);
  if (below.length > 0) {
    const least = Math.min(...below.slice(-1000).map((row) => row['contraction_margin'] as number));
    const what = `In ${counted(below.length, 'step')} the contraction margin was below 0, down to ${short(least)}: stability is not certified.`;
    return [{ what, todo: 'Take shorter steps, or hold them to the bound: limit StabilityLimit or SmallGainLimit.' }];
  }
  if (warned.length === 0) return [];
  const what = `In ${counted(warned.length, 'step')} the contraction margin was nearly used up.`;
  return [{ what, todo: 'Lower the fraction of StabilityLimit, or the target of CapCouplings.' }];
}

function weights(run: Run): readonly Advice[] {
  const away = awayFromBase(run);
  if (away.length === 0) return [];
  const shown = away.slice(0, 4).map(({ term, weight, base }) => `${term} ${short(weight)} (base ${short(base)})`);
  const what = `Weights did not end at their base: ${shown.join(', ')}${away.length > 4 ? ', …' : ''}.`;
  return [
    {
      what,
      todo: 'The run minimised another function. Compare unit-weight energies only, or bring the weights back: anneal of SmallGain.',
    },
  ];
}

function refused(rows: readonly Row[]): readonly Advice[] {
  const some = rows.filter(({ accepted }) => accepted === false);
  if (some.length === 0) return [];
  const reasons = [...new Set(some.map(({ reason }) => reason).filter((reason) => typeof reason === 'string'))];
  const told = reasons.length === 0 ? '' : `: ${reasons.slice(0, 3).join('; ')}${reasons.length > 3 ? '; …' : ''}`;
  const what = `${some.length} of ${counted(rows.length, 'step')} refused${told}.`;
  return [{ what, todo: 'Begin the search with a shorter step, or let it shorten more often (tries).' }];
}

function backtracks(rows: readonly Row[]): readonly Advice[] {
  let tried = 0;
  for (const row of rows) if (typeof row['backtracks'] === 'number') tried += row['backtracks'];
  if (tried <= MANY * rows.length) return [];
  const what = `${tried} points were tried in vain in ${counted(rows.length, 'step')}.`;
  return [{ what, todo: 'Begin the search with a shorter step: initial of Backtracking.' }];
}

function warnings(rows: readonly Row[]): readonly Advice[] {
  const told = rows.filter(({ warnings }) => typeof warnings === 'string' && warnings !== '');
  const texts = [...new Set(told.map(({ warnings }) => warnings as string))];
  return texts.slice(0, 5).map((text) => {
    const steps = told.filter(({ warnings }) => warnings === text);
    const what = `${text} (in ${counted(steps.length, 'step')}, first ${steps[0]!['step']})`;
    return { what, todo: 'A piece said so: see its page, by cfc plugins <piece>.' };
  });
}
