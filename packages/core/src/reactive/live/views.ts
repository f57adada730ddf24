import type { Vector } from '../../contract/energy.js';
import type { State } from './state.js';

/** The entries of a vector in the order of definition, copied. */
export function inOrder({ names }: State, vector: Vector): Float64Array {
  const order = names.order();
  const out = new Float64Array(order.length);
  for (let i = 0; i < out.length; i++) out[i] = vector[order[i]!]!;
  return out;
}

/** max |η - clip(η - g)|; slots without a module have none. */
export function residualOf({ base: { queue, capacity } }: State): number {
  let most = 0;
  for (let i = 0; i < capacity; i++) most = Math.max(most, queue.residual(i));
  return most;
}
