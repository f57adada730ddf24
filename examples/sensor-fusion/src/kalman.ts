import { Matrix, inverse } from 'ml-matrix';
import type { Setting } from './fuse.js';
import { type World, sensors } from './world.js';

/**
 * Kalman filter and smoother (Rauch, Tung and Striebel) of position, speed and one bias for each sensor; a reading further than
 * `doubt` standard deviations from what is expected is left out. R. Kalman, J. Basic Eng. 82 (1960) 35; AIAA J. 3 (1965) 1445.
 */
export function kalman(
  { readings, truth }: World,
  { motion, doubt, bias }: Setting,
): { filtered: number[]; smoothed: number[] } {
  const size = 2 + sensors.length;
  const move = Matrix.eye(size).set(0, 1, 1);
  const noise = Matrix.diag([0, motion ** 2, ...sensors.map(({ drift }) => drift ** 2)]);
  let x = Matrix.columnVector([0.5, 0, ...sensors.map(() => 0)]);
  let p = Matrix.diag([0.1, 1e-3, ...sensors.map(() => bias ** 2)]);
  const past = truth.map((_, t) => {
    const before = { x: move.mmul(x), p: move.mmul(p).mmul(move.transpose()).add(noise) };
    ({ x, p } = before);
    sensors.forEach((sensor, s) => {
      const h = Matrix.zeros(1, size)
        .set(0, 0, 1)
        .set(0, 2 + s, 1);
      const spread = h.mmul(p).mmul(h.transpose()).get(0, 0) + sensor.noise ** 2;
      const off = readings[s]![t]! - x.get(0, 0) - x.get(2 + s, 0);
      if (off * off > doubt * doubt * spread) return;
      const gain = p.mmul(h.transpose()).div(spread);
      x = Matrix.add(x, Matrix.mul(gain, off));
      p = Matrix.sub(p, gain.mmul(h).mmul(p));
    });
    return { before, x, p };
  });
  const smoothed = [x.get(0, 0)];
  for (let t = past.length - 2; t >= 0; t--) {
    const [now, { before }] = [past[t]!, past[t + 1]!];
    const gain = now.p.mmul(move.transpose()).mmul(inverse(before.p));
    x = Matrix.add(now.x, gain.mmul(Matrix.sub(x, before.x)));
    smoothed.unshift(x.get(0, 0));
  }
  return { filtered: past.map((one) => one.x.get(0, 0)), smoothed };
}
