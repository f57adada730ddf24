import type { CompiledSystem, Environment, Point, Task } from '../../src/index.js';
import { type Counter, taskOf } from '../../src/relax/task.js';

/** A task as the loop hands it to pieces, and the point at `eta`. */
export function taskAt(
  system: CompiledSystem,
  eta: Readonly<Float64Array>,
  given: { readonly env?: Environment; readonly iteration?: number; readonly seed?: number } = {},
): { readonly task: Task; readonly from: Point; readonly counter: Counter } {
  const { env = system.unit, iteration = 0, seed = 0 } = given;
  const counter: Counter = { energy: 0, gradient: 0 };
  const task = taskOf(system, env, iteration, seed, counter);
  return { task, from: task.point(Float64Array.from(eta)), counter };
}
