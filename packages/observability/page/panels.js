/**
 * @typedef {object} Panel
 * @property {string} title
 * @property {readonly string[]} columns names; a star stands for the rest of one
 * @property {boolean} [always] shown, with a note, where a relaxation has none of its columns
 */

/** @type {readonly Panel[]} */
export const panels = [
  { title: 'Energy', columns: ['energy', 'unitEnergy', 'free_energy'], always: true },
  { title: 'Energy of the terms', columns: ['energy:*'], always: true },
  { title: 'Precision', columns: ['precision', 'precision_max', 'lipschitz'], always: true },
  { title: 'Gating', columns: ['hazard_mean', 'mu_hat', 'good_bad_ratio', 'gates_*'], always: true },
  { title: 'Gradient ratio', columns: ['gradient_ratio:*'] },
  { title: 'Change of energy', columns: ['change', 'redemption_gain'] },
  { title: 'Gradient norms', columns: ['grad_norm:*'] },
  { title: 'Order parameters', columns: ['eta_*', 'eta:*', 'confidence'] },
  { title: 'Weights', columns: ['weight:*', 'homotopy_scale', 'coupling_scale'] },
  { title: 'Budget and spend', columns: ['budget:*', 'spent:*', 'cost:*'] },
  { title: 'Allocations and scores', columns: ['alloc:*', 'score:*'] },
  { title: 'Stability', columns: ['contraction_margin', 'margin:*', 'safe_step', 'step_length', 'slope'] },
  {
    title: 'Search',
    columns: ['accepted', 'backtracks', 'margin_warn', 'uncertified_rows', 'rows_beyond_target', 'escapes', 'stage'],
  },
  {
    title: 'Reference and constraints',
    columns: ['alignment', 'drift', 'violation_rate', 'primal_residual', 'polynomial_correlation'],
  },
  { title: 'Multipliers λ', columns: ['lambda:*'] },
  { title: 'Violations', columns: ['violation:*', 'infeasibility'] },
  { title: 'Task loss and risk', columns: ['task', 'risk'] },
  { title: 'Losses', columns: ['raw:*'] },
  { title: 'Normalised losses and targets', columns: ['normalized:*', 'target:*'] },
  { title: 'Drift of the losses', columns: ['drift:*'] },
  { title: 'Ease', columns: ['ease:*'] },
  {
    title: 'Cosines of gradients',
    columns: ['cosine:*', 'cosine_after:*', 'cosine_min', 'conflict_fraction', 'redundancy'],
  },
  { title: 'Satisfied constraints', columns: ['satisfied:*'] },
  {
    title: 'Weights, penalties and caps',
    columns: ['dual_weight:*', 'penalty:*', 'lambda_max:*', 'leak_bias:*', 'complementarity'],
  },
  { title: 'Uncertainty', columns: ['uncertainty:*', 'entropy', 'noise*', 'phase:*'] },
];

/** @param {string} pattern @param {string} name */
const fits = (pattern, name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern);

/**
 * Which panel draws which columns; what no panel asks for goes to one of its own.
 *
 * @param {readonly string[]} columns
 * @returns {readonly { title: string, columns: readonly string[] }[]}
 */
export function layout(columns) {
  const dual = columns.some((name) => name.startsWith('lambda:')); // no relaxation, but a dual optimization
  const left = new Set(columns.filter((name) => name !== 'step' && name !== 'elapsed_ms'));
  const filled = panels.flatMap(({ title, columns: patterns, always }) => {
    const own = [...left].filter((name) => patterns.some((pattern) => fits(pattern, name)));
    for (const name of own) left.delete(name);
    return own.length > 0 || (always && !dual) ? [{ title, columns: own }] : [];
  });
  return left.size === 0 ? filled : [...filled, { title: 'Other columns', columns: [...left] }];
}
