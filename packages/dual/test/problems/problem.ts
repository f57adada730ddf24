/** One constraint of a problem, with its gradient. */
export interface ProblemConstraint {
  readonly name: string;
  readonly sense: 'atMost' | 'equal';
  readonly target: number;
  readonly multiplier: number;
  /** Value at x; adds `factor` times its gradient to `gradient`. */
  value(x: Float64Array): number;
  addGradient(x: Float64Array, factor: number, gradient: Float64Array): void;
}

/** A smooth problem whose solution and multipliers are known. */
export interface Problem {
  readonly name: string;
  readonly start: readonly number[];
  readonly solution: readonly number[];
  /** L: largest curvature of the Lagrangian near the solution. */
  readonly curvature: number;
  /** N: largest eigenvalue of AAᵀ, with the gradients of the constraints as rows of A. */
  readonly reach: number;
  readonly constraints: readonly ProblemConstraint[];
  /** Writes the gradient of the objective. */
  gradient(x: Float64Array, out: Float64Array): void;
}

/** A linear constraint a · x. */
export function linear(
  name: string,
  a: readonly number[],
  target: number,
  multiplier: number,
  sense: 'atMost' | 'equal' = 'atMost',
): ProblemConstraint {
  return {
    name,
    sense,
    target,
    multiplier,
    value: (x) => a.reduce((sum, ai, i) => sum + ai * x[i]!, 0),
    addGradient: (_, factor, gradient) => a.forEach((ai, i) => (gradient[i]! += factor * ai)),
  };
}
