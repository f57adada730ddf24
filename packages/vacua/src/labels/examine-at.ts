import { near } from '../minimise/cusp-model.js';
import { descend } from '../minimise/descend.js';
import type { SearchOptions } from '../minimise/options.js';
import type { Reason } from '../minimise/reason.js';
import { settle } from '../minimise/settle.js';
import type { Workspace } from '../minimise/workspace.js';
import { potentialOf } from '../potential/potential.js';
import { steepest } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';
import { asymptotics } from '../search/asymptotics.js';
import { barrier, lineBarrier } from '../search/barrier.js';
import { seekCritical } from '../search/critical-point.js';
import { deeperMinimum } from '../search/deeper.js';
import type { Finding } from './draw-label.js';
import { originIsOnly } from './origin-is-only.js';
import { spectrumAt } from './spectrum.js';
import { type Stability, stabilityOf } from './stability.js';

/** What `examine` needs to know besides the potential. */
export interface Examination extends SearchOptions {
  readonly target: 'minimum' | 'critical';
  readonly restarts: number;
  readonly passes: boolean;
}

/**
 * Looks for a critical point of a potential from `work.phi` and says what it is: by the curvatures there, and for a minimum by a search
 * for something lower. `draw` gives the numbers of random restarts.
 */
export function examineAt(
  terms: Terms,
  work: Workspace,
  options: Examination,
  draw: (index: number) => number,
): Finding {
  const { reason, iterations } =
    options.target === 'minimum' ? settle(terms, work, options) : nearest(terms, work, options);
  const spectrum = reason === 'converged' ? spectrumAt(terms, work) : null;
  const head = { reason, iterations, ...placeOf(terms, work), spectrum };
  if (reason === 'unbounded') return { stability: 'runaway', ...head, ...nothing };
  if (spectrum === null) return { stability: 'failed', ...head, ...nothing };
  const stability = stabilityOf(spectrum);
  if (stability !== 'stable') return { stability, ...head, ...nothing };
  return { ...head, ...lower(terms, work, options, draw) };
}

const nothing = { proven: false, deeper: null, barrier: null };

/** A critical point of any index by Newton steps; where they lead nowhere, down. */
function nearest(terms: Terms, work: Workspace, options: Examination): { reason: Reason; iterations: number } {
  const start = work.phi.slice();
  const sought = seekCritical(terms, work, null, options);
  if (sought.reason === 'converged') return sought;
  work.phi.set(start);
  const { reason, iterations } = descend(terms, work, options);
  return { reason, iterations: sought.iterations + iterations };
}

/** Whether something lies lower than the minimum at `work.phi`. */
function lower(
  terms: Terms,
  work: Workspace,
  options: Examination,
  draw: (index: number) => number,
): Pick<Finding, 'stability' | 'proven' | 'deeper' | 'barrier'> {
  const known = (stability: Stability) => ({ stability, ...nothing });
  if (originIsOnly(terms, work)) return { stability: 'stable', ...nothing, proven: true };
  const [phi, { value }] = [work.phi.slice(), work.here];
  const { kind, level } = asymptotics(terms);
  if (kind === 'unbounded') return known('metastable');
  const found = deeperMinimum(terms, phi, value, options.restarts, draw, options);
  if (found !== null && found.value <= (level ?? Infinity)) {
    const path = options.passes ? barrier : lineBarrier;
    return { ...known('metastable'), deeper: found.value, barrier: path(potentialOf(terms), phi, found.phi).height };
  }
  return level !== null && level < value ? { ...known('metastable'), deeper: level } : known('stable');
}

function placeOf(terms: Terms, { phi, here }: Workspace): Pick<Finding, 'value' | 'gradient' | 'norm' | 'pinned'> {
  let square = 0;
  let pinned = 0;
  for (let i = 0; i < phi.length; i++) {
    square += phi[i]! * phi[i]!;
    if (terms.A > 0 && near(phi[i]!, terms.d)) pinned++;
  }
  return { value: finite(here.value), gradient: finite(steepest(here)), norm: finite(Math.sqrt(square)), pinned };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
