import { CfcError, describe } from '@cfc/core';
import { sharedWorkspace } from '../minimise/workspace.js';
import { drawParameters, drawStart } from '../potential/draw.js';
import { type GeometryNumbers, setByGeometry } from '../potential/geometry.js';
import { drawsOf, seedOf } from '../potential/random.js';
import { regimeOf } from '../potential/regimes.js';
import { type Terms, emptyTerms } from '../potential/terms.js';
import type { DrawLabel } from './draw-label.js';
import { examineAt } from './examine-at.js';
import { type LabelGiven, labelOptions } from './options.js';
import { type Shares, majority, sharesOf } from './shares.js';
import type { Stability } from './stability.js';

/** What is labelled: how many fields there are, and what geometry sets of the parameters. */
export interface Subject extends GeometryNumbers {
  /** Number of fields, 1 to 64. */
  readonly moduli: number;
}

/** The label of one geometry. Plain data. */
export interface Label {
  readonly dataset: string;
  readonly id: string;
  readonly moduli: number;
  /** The class of most draws; among equals the first in the order of `stabilities`. */
  readonly stability: Stability;
  /** Share of each class among the draws: the soft label. */
  readonly shares: Shares;
  readonly draws: readonly DrawLabel[];
}

/** Labels a geometry by its data set, id, number of draws and what is known of it; see `labeller`. */
export type Labeller = (dataset: string, id: string, samples: number, subject: Subject) => Label;

/**
 * A function that labels geometries, with its options checked once. It is pure: a label depends on (options, dataset, id, samples, subject)
 * alone, and its first draws are the draws of a label of fewer samples.
 *
 * Options: `seed` (0), `mixture` (the prototype's), `d` (1e-8), `target` minimum or critical (minimum), `restarts` (0), `passes`
 * (false), `tolerance` (1e-10), `maxIterations` (200); see `labelFields`. Throws `OPTION_INVALID` and `OPTION_UNKNOWN`; the labeller `INPUT_INVALID`.
 */
export function labeller(options?: LabelGiven): Labeller {
  const filled = labelOptions(options);
  const kept = new Map<number, Terms>();
  const drawn = (terms: Terms, subject: Subject, seed: number, sample: number): DrawLabel => {
    const regime = regimeOf(filled.mixture, drawsOf(seed, sample, 'regime')(0));
    const shift = drawParameters(terms, regime, drawsOf(seed, sample, 'parameters'));
    setByGeometry(terms, subject, shift);
    const work = sharedWorkspace(terms.n);
    drawStart(work.phi, drawsOf(seed, sample, 'start'));
    const { stability, ...rest } = examineAt(terms, work, filled, drawsOf(seed, sample, 'search'));
    return { sample, regime, stability, ...rest };
  };
  return (dataset, id, samples, subject) => {
    const { moduli } = checked(dataset, id, samples, subject);
    const terms = kept.get(moduli) ?? emptyTerms(moduli);
    kept.set(moduli, terms);
    terms.d = filled.d;
    const seed = seedOf(filled.seed, dataset, id);
    const draws: DrawLabel[] = [];
    for (let sample = 0; sample < samples; sample++) draws.push(drawn(terms, subject, seed, sample));
    const shares = sharesOf(draws);
    return { dataset, id, moduli, stability: majority(shares), shares, draws };
  };
}

function checked(dataset: string, id: string, samples: number, subject: Subject): Subject {
  const fault = (what: string, where: string, fix: string) =>
    new CfcError('INPUT_INVALID', what, `label.${where}`, fix);
  if (typeof dataset !== 'string') throw fault(`the data set is ${describe(dataset)}`, 'dataset', 'Give its name.');
  if (typeof id !== 'string')
    throw fault(`the id is ${describe(id)}`, 'id', 'Give a text: 7 and "7" would be one seed.');
  if (!(Number.isInteger(samples) && samples >= 1 && samples <= 1e6)) {
    throw fault(`samples is ${describe(samples)}`, 'samples', 'Give a whole number from 1 to a million.');
  }
  const moduli = subject?.moduli;
  if (Number.isInteger(moduli) && moduli >= 1 && moduli <= 64) return subject;
  throw fault(
    `moduli is ${describe(moduli)}`,
    'moduli',
    'Give a whole number from 1 to 64; moduliOf makes one of a Hodge number.',
  );
}
