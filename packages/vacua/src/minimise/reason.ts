/**
 * Why a search ended. It says nothing about stability, which is read off the Hessian.
 *
 * - `converged`: the gradient is within the tolerance, and the next step would be nothing
 * - `maxIterations`: neither, after as many steps as were allowed, or no step could be found any more
 * - `nonFinite`: a value or derivative was no finite number
 * - `unbounded`: V kept falling while the fields grew without limit
 */
export type Reason = 'converged' | 'maxIterations' | 'nonFinite' | 'unbounded';
