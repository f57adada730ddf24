import { type Setting, fuse } from './fuse.js';
import { kalman } from './kalman.js';
import { type World, rmse, world } from './world.js';

/** Every setting of a grid, by its mean RMSE over worlds 1 to `worlds`; the Kalman filters, which are fast, get more of both. */
function tune(
  name: string,
  worlds: number,
  grid: readonly Setting[],
  rule: (one: World, setting: Setting) => number[],
): void {
  const seen = Array.from({ length: worlds }, (_, k) => world(k + 1));
  const tried = grid.map((setting) => {
    const error = seen.reduce((sum, one) => sum + rmse(rule(one, setting), one.truth) / worlds, 0);
    return { ...setting, error };
  });
  console.log(name);
  console.table(tried.sort((a, b) => a.error - b.error).slice(0, 5));
}
const grid = (motions: readonly number[], doubts: readonly number[], biases: readonly number[]): Setting[] =>
  motions.flatMap((motion) => doubts.flatMap((doubt) => biases.map((bias) => ({ motion, doubt, bias }))));

const wide = grid([0.002, 0.004, 0.008, 0.012, 0.02], [1.5, 2, 3, 4, 6], [0.03, 0.05]);
tune('Kalman filter', 30, wide, (one, setting) => kalman(one, setting).filtered);
tune('Kalman smoother', 30, wide, (one, setting) => kalman(one, setting).smoothed);
tune('energy', 6, grid([0.002, 0.004, 0.008], [2, 3, 4], [0.03, 0.05]), fuse);
