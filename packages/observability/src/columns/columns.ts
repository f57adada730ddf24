import type { Column } from '../table/column.js';

const ENERGY = 'energy';
const NUMBER = '1';
const column = (name: string, unit: string, meaning: string): Column => Object.freeze({ name, unit, meaning });

/** What the columns of all trackers mean. A star stands for the rest of a name. */
export const columns: readonly Column[] = Object.freeze([
  column('step', 'steps', 'number of the step, from 1'),
  column('stage', 'stages', 'which of several relaxations, where a program hands it over'),
  column('accepted', 'truth value', 'whether the candidate was accepted'),
  column('energy', ENERGY, 'after the step, under the weights of the step'),
  column('unitEnergy', ENERGY, "the same point under the system's own weights: the only energy to compare runs by"),
  column('change', ENERGY, 'ΔF: energy after minus before the step, under one set of weights; 0 where refused'),
  column('reason', 'text', 'why the candidate was refused'),
  column('warnings', 'text', 'what the pieces warned of'),
  column('energy:local:*', ENERGY, 'of the modules of a family, weighted'),
  column('energy:coup:*', ENERGY, 'of the couplings of a family, weighted'),
  column('grad_norm:local:*', ENERGY, 'L2 norm of the gradients of a family’s modules, weighted'),
  column('grad_norm:coup:*', ENERGY, 'the same of couplings, their gradients stacked'),
  column('weight:*', NUMBER, 'weight of a term: base times schedule times adapter'),
  column('homotopy_scale', NUMBER, 'sum of the couplings’ weights over that of their base weights'),
  column('backtracks', 'points', 'points that the search tried in vain'),
  column('step_length', NUMBER, 'length of the step along its direction'),
  column('slope', ENERGY, 'decrease that the gradient promises for a unit of the step'),
  column('contraction_margin', NUMBER, 'longest stable step minus the step taken: below 0 stability is not certified'),
  column('margin_warn', NUMBER, '1 where the margin is below the threshold of the tracker, else 0'),
  column('safe_step', NUMBER, 'length at which stability would be lost'),
  column('lipschitz', ENERGY, 'largest Gershgorin row: bounds the Lipschitz constant of the gradient'),
  column('uncertified_rows', 'modules', 'rows without a finite bound'),
  column('margin:rows', NUMBER, 'SmallGain: least margin of a row before spending, as a share'),
  column('budget:global', ENERGY, 'SmallGain: what might be spent in all rows'),
  column('spent:global', ENERGY, 'SmallGain: what was spent in all rows'),
  column('spent:rows', NUMBER, 'SmallGain: the most that was spent in one row, as a share'),
  column('alloc:coup:*', NUMBER, 'SmallGain: by how much a multiplier was raised'),
  column('cost:coup:*', ENERGY, 'SmallGain: what that spent in all rows'),
  column('score:coup:*', NUMBER, 'SmallGain: value of a term per share of margin'),
  column('coupling_scale', NUMBER, 'CapCouplings: factor on all couplings'),
  column('rows_beyond_target', 'modules', 'CapCouplings: rows that the local terms alone bring beyond the target'),
  column('noise', NUMBER, 'length of the exploration noise'),
  column('noise_scale', NUMBER, 'scale of the noise at this step'),
  column('phase:*', NUMBER, 'Agm: rate, variance, trend and oscillation of the energies'),
  column('primal_residual', NUMBER, 'Admm: distance of the copies from the gaps'),
  column('eta_min', NUMBER, 'least order parameter'),
  column('eta_max', NUMBER, 'largest order parameter'),
  column('eta_mean', NUMBER, 'mean order parameter'),
  column('eta:*', NUMBER, 'order parameter of a module'),
  column('confidence', NUMBER, 'mean of |2η - 1|: how decided the modules are'),
  column('escapes', 'events', 'times so far that the energy rose and then fell below all before the rise'),
  column('redemption_gain', ENERGY, 'what the accepted steps have taken off the energy so far'),
  column('elapsed_ms', 'ms', 'time since the tracker was made'),
  column('entropy', 'nats', 'S = -Σ (η ln η + (1 - η) ln(1 - η))'),
  column('free_energy', ENERGY, 'F = U - T S'),
  column('precision', ENERGY, 'mean Gershgorin row'),
  column('precision_max', ENERGY, 'largest Gershgorin row'),
  column('alignment', NUMBER, 'cosine of the angle to the reference state'),
  column('drift', NUMBER, 'Euclidean distance from the reference state'),
  column('violation_rate', NUMBER, 'share of the constraints that are above 0'),
  column('polynomial_correlation', NUMBER, 'largest correlation between P₁, P₂, P₃ of 2η - 1 over the modules'),
  column('uncertainty:*', NUMBER, 'epistemic, aleatoric and total uncertainty, and the boost of exploration'),
  column('hazard_mean', NUMBER, 'mean hazard of the gates'),
  column('mu_hat', NUMBER, 'rate of openings for each decision'),
  column('good_bad_ratio', NUMBER, 'good openings to bad ones, smoothed'),
  column('gates_opened', 'gates', 'decisions that opened'),
  column('gates_decided', 'gates', 'decisions'),
  column(
    'gradient_ratio:*',
    NUMBER,
    'of a blueprint: quantiles of its ratio, and how many were taken, passed or not measured',
  ),
]);

/** The column that a name falls under, or undefined: exact names first, then the longest pattern; `more` are further columns. */
export function columnOf(name: string, more: readonly Column[] = []): Column | undefined {
  const fits = [...columns, ...more].filter(
    (one) => one.name === name || (one.name.endsWith('*') && name.startsWith(one.name.slice(0, -1))),
  );
  return fits.sort((a, b) => Number(b.name === name) - Number(a.name === name) || b.name.length - a.name.length)[0];
}
