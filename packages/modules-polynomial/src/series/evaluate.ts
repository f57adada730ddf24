import { unitInterval } from '@cfc/core';
import { clenshaw } from './clenshaw.js';
import type { Series } from './series.js';

/** A polynomial at one η, with its derivatives by η. */
export interface Evaluation {
  readonly value: number;
  readonly slope: number;
  readonly curvature: number;
}

/** F, dF/dη and d²F/dη² at η. Throws `INPUT_INVALID` for η outside of [0, 1]. */
export function evaluate(of: Series, eta: number): Evaluation {
  const out = new Float64Array(3);
  clenshaw(of, 2 * unitInterval(eta) - 1, out);
  return { value: out[0]!, slope: 2 * out[1]!, curvature: 4 * out[2]! };
}
