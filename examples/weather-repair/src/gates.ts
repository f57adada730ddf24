import type { Environment } from '@cfc/core';
import type { Parameters } from './parameters.js';
import { type Work, daysAround, settle, workOn } from './settle.js';
import type { Model } from './system.js';

/** Accuracy to which days relax, in η: 4e-4 °C, and 4e-7 °C at the end. */
const [ROUGH, FINE] = [1e-5, 1e-8];
/** A change of energy below this is rounding, not gain. */
const GAIN = 1e-9;
/** The whole fall is at most about this many times the fall of a day alone, its neighbours held still. */
const REACH = 4;

/** What one stage did. Energies are those under the stage's own prices. */
export interface Stage {
  readonly factor: number;
  readonly flips: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Opens and closes gates where the total energy falls, the gate's price included, when the days around
 * relax again: the largest fall first, and the price lowered from stage to stage.
 */
export function decide(model: Model, given: Parameters): { eta: Float64Array; stages: readonly Stage[] } {
  const eta = Float64Array.from(model.start);
  const saved = new Float64Array(model.days).fill(NaN);
  const stages = factors(given).map((factor) => stage(model, eta, factor, saved, given));
  settle(workOn(model, eta, model.system.unit), allDays(model), FINE);
  return { eta, stages };
}

/** From `first` down, each a share `factor` of the one before, and 1 at the end. */
export function factors({ first, factor }: Parameters): readonly number[] {
  const list: number[] = [];
  for (let f = first; f > 1; f *= factor) list.push(f);
  return [...list, 1];
}

/** The gates' prices are the only local energies, so that their term's weight is the price's factor. */
export function pricedAt({ system }: Model, factor: number): Environment {
  return { weights: system.unit.weights.map((weight, t) => (system.terms[t]!.kind === 'local' ? factor : 1) * weight) };
}

/**
 * One stage, at prices multiplied by `factor`.
 *
 * @param saved what the flip of each gate saves, prices aside, as it was tried last; NaN where it was not
 * since a gate nearby has flipped. It does not depend on the stage, which is why it is kept.
 */
function stage(model: Model, eta: Float64Array, factor: number, saved: Float64Array, given: Parameters): Stage {
  const { system, days, prices } = model;
  const { rounds, radius } = given;
  const env = pricedAt(model, factor);
  /** What the flip of a gate adds to the prices that are paid. */
  const paid = (i: number): number => (1 - 2 * eta[days + i]!) * factor * prices[i]!;
  const before = system.energy(eta, env);
  let flips = 0;
  for (let round = 0; round < rounds; round++) {
    const work = workOn(model, eta, env);
    settle(work, allDays(model), ROUGH);
    const falls = promising(work, (i) => factor * prices[i]!).map((i) => {
      if (Number.isNaN(saved[i]!)) saved[i] = paid(i) - flipped(work, i, radius, () => false);
      return { i, fall: saved[i]! - paid(i) };
    });
    falls.sort((p, q) => q.fall - p.fall);
    let kept = 0;
    for (const { i, fall } of falls) {
      if (fall <= GAIN) break;
      if (flipped(work, i, radius, (change) => change < -GAIN) >= -GAIN) continue;
      for (const near of daysAround(i, days, radius)) saved[near] = NaN;
      kept++;
    }
    flips += kept;
    if (kept === 0) break;
  }
  return { factor, flips, before, after: system.energy(eta, env) };
}

const allDays = ({ days }: Model): Int32Array => Int32Array.from({ length: days }, (_, i) => i);

/** Flips gate `i`, lets the days around relax, and takes it all back unless the change of energy is kept. */
function flipped(work: Work, i: number, radius: number, keep: (change: number) => boolean): number {
  const { eta, days } = work;
  const undo = work.mark();
  const change = work.move(days + i, 1 - eta[days + i]!) + settle(work, daysAround(i, days, radius), ROUGH);
  if (!keep(change)) undo();
  return change;
}

/**
 * The open gates, and the closed ones that may pay. A gate's slope is its price minus what its day pays
 * for leaving the observation; a day freed alone saves that times the ratio of its stiffnesses.
 */
function promising({ days, eta, gradient, stiffness }: Work, price: (i: number) => number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < days; i++) {
    const alone = (price(i) - gradient[days + i]!) * (stiffness(i, 0) / stiffness(i, 1));
    if (eta[days + i] === 1 || REACH * alone > price(i)) rows.push(i);
  }
  return rows;
}
