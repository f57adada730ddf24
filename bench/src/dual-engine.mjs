// Dual steps of five constraints with windows of 50,000, in CPU time, against the same arithmetic written out: in NumPy where there is one
// (a rank is a count over the window), and in plain JavaScript with a sorted array for each window.
import { normal } from '@cfc/core';
import { createDual } from '@cfc/dual';
import { numbersOf } from './python.mjs';
import { row } from './row.mjs';
import { cpuSeconds, median } from './timing.mjs';

const WINDOW = 50_000;
const STEPS = 20_000;
const TURNS = 9;
const NAMES = ['cfs', 'g2g', 'build', 'reuse', 'kl'];
const RULES = { rate: 5e-3, max: 50, deadzone: 0.02, ema: 0.1, leak: 1e-4 };

const noise = Float64Array.from({ length: 1 << 17 }, (_, i) => normal(1, 0, i));
const each = (options) => Object.fromEntries(NAMES.map((name) => [name, options]));
const systems = {
  'five ranks': each({ target: 0, normalizer: 'rank' }),
  'five ranks, clip, EMA, leak, deadzone': each({ ...RULES, target: 0, normalizer: 'rank' }),
  'the configuration of section 9 of the seed': {
    cfs: { ...RULES, target: 0, normalizer: 'rank' },
    g2g: { ...RULES, target: 0.2, normalizer: 'rank' },
    build: { ...RULES, target: 0, normalizer: 'winsor', weight: 0.5 },
    reuse: { ...RULES, target: 0.5, normalizer: 'rank', weight: 0.5 },
    kl: { ...RULES, target: 0.05 },
  },
  'no normalizer, clip, EMA, leak, deadzone': each({ ...RULES, target: 0 }),
};

/** A function that takes so many steps with ever new values. */
function stepper(step) {
  const values = {};
  let at = 0;
  return (count) => {
    for (let t = 0; t < count; t++) {
      for (const name of NAMES) values[name] = noise[at++ & (noise.length - 1)];
      step(values);
    }
  };
}

/** The peer: five ranks in sorted arrays, plain ascent, nothing returned but the multipliers. */
function written() {
  const windows = NAMES.map(() => ({
    ring: new Float64Array(WINDOW),
    sorted: new Float64Array(WINDOW),
    size: 0,
    next: 0,
  }));
  const multipliers = new Float64Array(NAMES.length);
  const lower = ({ sorted, size }, value) => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (values) => {
    NAMES.forEach((name, k) => {
      const window = windows[k];
      const { ring, sorted } = window;
      const value = values[name];
      if (window.size === WINDOW) {
        const place = lower(window, ring[window.next]);
        sorted.copyWithin(place, place + 1, window.size--);
      }
      const below = lower(window, value);
      sorted.copyWithin(below + 1, below, window.size++);
      sorted[below] = value;
      ring[window.next] = value;
      window.next = (window.next + 1) % WINDOW;
      let upTo = below + 1;
      while (upTo < window.size && sorted[upTo] === value) upTo++;
      multipliers[k] = Math.max(0, multipliers[k] + 0.01 * ((below + upTo) / window.size - 1));
    });
  };
}

const peer = stepper(written());
peer(WINDOW);
/** Microseconds of CPU for one step in NumPy. */
const other = numbersOf('dual_peer.py', WINDOW)?.[0] ?? null;
console.log(
  `one dual step of five constraints, windows of ${WINDOW} full: CPU time, least and median of ${TURNS} turns`,
);
for (const [name, constraints] of Object.entries(systems)) {
  const dual = createDual({ constraints });
  const own = stepper((values) => dual.step({ values }));
  own(WINDOW + STEPS);
  const turns = Array.from({ length: TURNS }, () => ({
    peer: cpuSeconds(() => peer(STEPS / 10)) * 10,
    own: cpuSeconds(() => own(STEPS)),
  }));
  const times = turns.map((turn) => turn.own).sort((a, b) => a - b);
  const [best, middle] = [times[0], median(times)].map((seconds) => (1e6 * seconds) / STEPS);
  const ratio = median(turns.map((turn) => turn.peer / turn.own));
  if (name === 'five ranks') {
    row('dual steps a second, five ranks of 50,000, least disturbed turn', 1e6 / best, [200_000, 'least']);
    row('dual steps, a sorted array in place of our window: times as slow', ratio, [2, 'least']);
  }
  console.log(
    `${name.padEnd(43)} ${best.toFixed(2)} ${middle.toFixed(2)} us   ${Math.round(1e6 / best)} ${Math.round(1e6 / middle)} steps/s   ` +
      `sorted arrays ${ratio.toFixed(1)} x` +
      (other === null ? '' : `   NumPy ${(other / middle).toFixed(0)} x`),
  );
}
