// All toric bases of 6D F-theory, in CPU seconds and megabytes of a process that does nothing else; and those of at most 18 rays against a peer
// that blows up the same points and finds every order of vanishing from nothing.
import { loadavg } from 'node:os';
import { basesDigest, canonicalForm, toricBases } from '@cfc/vacua';
import { row } from './row.mjs';
import { cpuSeconds, median } from './timing.mjs';

const RAYS = 18;
const TURNS = 5;
const ALL = '83d59456e59e14b252687700a5a7d5416ef10ff2e5e9f024583f23ccb5d1720b';

/** Orders of vanishing of -nK by sweeps from 0; null where there is no section. */
function orders(s, n) {
  const c = s.map(() => 0);
  for (let moved = true; moved;) {
    moved = false;
    for (let i = 0; i < s.length; i++) {
      const v = n * (2 + s[i]) - s[i] * c[i] - c.at(i - 1) - c[(i + 1) % s.length];
      if (v >= 0) continue;
      if (s[i] >= 0) return null;
      c[i] += Math.ceil(v / s[i]);
      moved = true;
    }
  }
  return c;
}

function blownUp(s, i) {
  const next = [...s];
  next[i] -= 1;
  next[(i + 1) % s.length] -= 1;
  next.splice(i + 1, 0, -1);
  return next;
}

/** Blows up forced points until there are none; null where the base is dead or has too many rays. */
function closed(s) {
  while (s.length <= RAYS) {
    const [f, g] = [orders(s, 4), orders(s, 6)];
    if (f === null || g === null || s.some((_, i) => f[i] >= 4 && g[i] >= 6)) return null;
    const i = s.findIndex((_, k) => {
      const next = (k + 1) % s.length;
      return f[k] + f[next] >= 4 && g[k] + g[next] >= 6;
    });
    if (i < 0) return s;
    s = blownUp(s, i);
  }
  return null;
}

function fromNothing() {
  const found = new Map();
  const queue = [[1, 1, 1], ...Array.from({ length: 13 }, (_, m) => [m, 0, -m, 0])];
  for (const candidate of queue) {
    const base = closed(candidate);
    if (base === null) continue;
    const form = canonicalForm(base);
    if (found.has(form.join())) continue;
    found.set(form.join(), form);
    for (let i = 0; i < form.length; i++) queue.push(blownUp(form, i));
  }
  return found.values();
}

let bases = [];
const seconds = cpuSeconds(() => (bases = [...toricBases()]));
const megabytes = process.resourceUsage().maxRSS / 1024;
if (bases.length !== 61_539 || basesDigest(bases) !== ALL)
  throw new Error('these are not the bases of Morrison and Taylor');

const turns = Array.from({ length: TURNS }, () => {
  const found = {};
  const peer = cpuSeconds(() => (found.peer = fromNothing()));
  const own = cpuSeconds(() => (found.own = [...toricBases({ maxRays: RAYS })]));
  if (basesDigest(found.own) !== basesDigest(found.peer)) throw new Error('the two find different bases');
  return { own, peer, ratio: peer / own };
});
const each = (key) => median(turns.map((turn) => turn[key]));
row('all 61,539 toric bases, CPU s', seconds, [20, 'most']);
row('memory of the process for them, MB', megabytes, [300, 'most']);
row('its speed over orders of vanishing from nothing', each('ratio'), [3, 'least']);
console.log(`${bases.length} toric bases in ${seconds.toFixed(1)} CPU s, ${megabytes.toFixed(0)} MB resident at most`);
console.log(
  `at most ${RAYS} rays, CPU s, medians of ${TURNS} turns: ${each('own').toFixed(2)}   orders from nothing ${each('peer').toFixed(2)}   ratio ${each('ratio').toFixed(1)}`,
);
console.log(`load of the machine at the end: ${loadavg()[0].toFixed(2)}`);
