import { type CompiledSystem, entropy, type Observer, type StepEvent, type Vector } from '@cfc/core';
import type { RowSink } from '../table/row.js';
import { alignment, drift } from './alignment.js';
import { type BudgetOptions, checkBudgetOptions } from './budget-options.js';
import { escapeCounter } from './escape-counter.js';
import { confidence, fillEtaStats } from './eta-stats.js';
import { factColumns } from './fact-columns.js';
import { polynomialCorrelation } from './polynomial-correlation.js';
import { fillStep, stepColumns } from './step-columns.js';
import { type Draft, type RowShape, rowShape } from './row-shape.js';

/**
 * Where the energy is, and what is done with it: the energies, gradient norms and weights of all terms, backtracks, margins,
 * what an adapter allocates and spends, and whatever else pieces report. One row a step; what the columns mean: `columns`.
 *
 * @param sink hears of a row after each step
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID` for options; `INPUT_INVALID` for a reference of another length
 *
 * @example
 * relax(system, eta0, { method, adapter, observers: [energyBudgetTracker(system, writer)] });
 */
export function energyBudgetTracker(system: CompiledSystem, sink: RowSink, options: BudgetOptions = {}): Observer {
  checkBudgetOptions(options, system.size);
  const shape = rowShape([
    ...stepColumns,
    ...termColumns(system).flat(),
    'backtracks',
    'contraction_margin',
    'margin_warn',
    'homotopy_scale',
    'confidence',
  ]);
  const standing = standingWeights(system, shape);
  const fill = fillers(system, shape, options);
  const observer = (event: StepEvent): void => {
    standing(event.weights);
    const draft = shape.draft();
    for (const one of fill) one(draft, event);
    sink(draft);
  };
  return Object.assign(observer, { needs: ['termSums'] as const, borrows: true });
}

type Fill = (draft: Draft, event: StepEvent) => void;

/** For each term the names of its energy, gradient norm and weight. */
const termColumns = ({ terms }: CompiledSystem): readonly (readonly [string, string, string])[] =>
  terms.map(({ key }) => [`energy:${key}`, `grad_norm:${key}`, `weight:${key}`]);

function fillers(system: CompiledSystem, shape: RowShape, options: BudgetOptions): readonly Fill[] {
  const { temperature, reference, precision, constraints, polynomials, etaBounds, perEta, more } = options;
  const fillConfidence: Fill = (draft, { eta }) => {
    draft['confidence'] = confidence(eta);
  };
  const fill: Fill[] = [fillStep, fillTerms(system), fillFacts(shape, options.marginWarnBelow ?? 1e-5), fillConfidence];
  if (temperature !== undefined) fill.push(fillEntropy(temperature));
  if (reference !== undefined) {
    fill.push((draft, { eta }) => {
      draft['alignment'] = alignment(eta, reference);
      draft['drift'] = drift(eta, reference);
    });
  }
  if (precision === true) fill.push(fillPrecision(system));
  if (constraints !== undefined && constraints.length > 0) {
    fill.push((draft, { eta }) => {
      draft['violation_rate'] = constraints.filter((constraint) => constraint(eta) > 0).length / constraints.length;
    });
  }
  if (polynomials === true) {
    fill.push((draft, { eta }) => {
      draft['polynomial_correlation'] = polynomialCorrelation(eta);
    });
  }
  if (options.escapes === true) fill.push(fillEscapes());
  if (etaBounds === true) fill.push((draft, { eta }) => fillEtaStats(draft, eta));
  if (perEta === true) {
    const ids = system.ids.map((id) => `eta:${id}`);
    fill.push((draft, { eta }) => {
      for (let i = 0; i < ids.length; i++) draft[ids[i]!] = eta[i]!;
    });
  }
  if (more !== undefined) fill.push((draft, event) => Object.assign(draft, more(event)));
  return fill;
}

function fillTerms(system: CompiledSystem): Fill {
  const columns = termColumns(system);
  // Lists of their own: to take a pair apart in every row would cost more than to write it.
  const energyOf = columns.map(([energy]) => energy);
  const normOf = columns.map(([, norm]) => norm);
  return (draft, { termSums: { energies, norms } }) => {
    for (let t = 0; t < energyOf.length; t++) {
      draft[energyOf[t]!] = energies[t]!;
      draft[normOf[t]!] = norms[t]!;
    }
  };
}

/** Weights, and the homotopy's scale, which is theirs: they stand until others come. */
function standingWeights(system: CompiledSystem, shape: RowShape): (weights: Vector) => void {
  const names = termColumns(system);
  const couplings = system.terms.map(({ kind }) => kind === 'coup');
  const base = total(system.unit.weights, couplings);
  let stand: Vector | null = null;
  return (weights) => {
    if (weights === stand) return;
    stand = weights;
    names.forEach(([, , weight], t) => shape.stand(weight, weights[t]!));
    if (base > 0) shape.stand('homotopy_scale', total(weights, couplings) / base);
  };
}

function total(weights: Vector, counted: readonly boolean[]): number {
  let sum = 0;
  for (let t = 0; t < weights.length; t++) if (counted[t]!) sum += weights[t]!;
  return sum;
}

/** A fact that was never seen before gets a column in all rows to come. */
function fillFacts(shape: RowShape, warnBelow: number): Fill {
  const columnOf = new Map<string, string>();
  // Most steps report the same facts in the same order: that is tried before the names are looked up.
  const names: string[] = [];
  const columns: string[] = [];
  const look = (at: number, name: string): string => {
    let column = columnOf.get(name);
    if (column === undefined) {
      column = factColumns[name] ?? name;
      columnOf.set(name, column);
      shape.add(column);
    }
    names[at] = name;
    columns[at] = column;
    return column;
  };
  return (draft, { facts }) => {
    let at = 0;
    for (const name in facts) {
      const column = names[at] === name ? columns[at]! : look(at, name);
      draft[column] = facts[name]!;
      at++;
    }
    const margin = draft['contraction_margin'];
    if (typeof margin === 'number') draft['margin_warn'] = margin < warnBelow ? 1 : 0;
  };
}

function fillEscapes(): Fill {
  const counter = escapeCounter();
  return (draft, { unitEnergy }) => {
    draft['escapes'] = counter.seen(unitEnergy);
  };
}

function fillEntropy(temperature: number): Fill {
  return (draft, { eta, energy }) => {
    const nats = entropy(eta);
    draft['entropy'] = nats;
    draft['free_energy'] = energy - temperature * nats;
  };
}

function fillPrecision(system: CompiledSystem): Fill {
  return (draft, { eta, weights }) => {
    const rows = system.rowBounds(eta, { weights });
    let [sum, most] = [0, 0];
    for (const row of rows) {
      sum += row;
      if (row > most) most = row;
    }
    draft['precision'] = sum / rows.length;
    draft['precision_max'] = most;
  };
}
