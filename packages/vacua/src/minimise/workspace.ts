import { type Slopes, emptySlopes } from '../potential/slopes.js';

/** Memory of one minimisation of n fields, used again by the next one. */
export interface Workspace {
  /** Here, and the point that is being tried. */
  phi: Float64Array;
  trial: Float64Array;
  /** V and its slopes at both. */
  here: Slopes;
  there: Slopes;
  /** Largest magnitude of the diagonal of the Hessian without L, cusps and outer products: the unit of shifts. */
  scale: number;
  /** The gradient and diagonal of the model; see `cuspModel`. */
  readonly slope: Float64Array;
  readonly diagonal: Float64Array;
  readonly step: Float64Array;
  readonly matrix: Float64Array;
  readonly factor: Float64Array;
}

function workspaceOf(n: number): Workspace {
  const vector = (): Float64Array => new Float64Array(n);
  const square = (): Float64Array => new Float64Array(n * n);
  const [phi, trial, slope, diagonal, step] = [vector(), vector(), vector(), vector(), vector()];
  const [here, there] = [emptySlopes(n), emptySlopes(n)];
  return { phi, trial, here, there, scale: 0, slope, diagonal, step, matrix: square(), factor: square() };
}

/** Goes on to the point that was tried. */
export function move(work: Workspace): void {
  const [phi, here]: [Float64Array, Slopes] = [work.phi, work.here];
  work.phi = work.trial;
  work.here = work.there;
  work.trial = phi;
  work.there = here;
}

const kept = new Map<number, Workspace>();

/** The workspace for n fields; whoever asks has it to themselves until they return. */
export function sharedWorkspace(n: number): Workspace {
  const found = kept.get(n) ?? workspaceOf(n);
  kept.set(n, found);
  return found;
}
