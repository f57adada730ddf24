// One update of a sequence policy (sampling, loss, way back, clipping, Adam) and a decoding, against the same in tfjs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { GROUP, HIDDEN, PROMPTS, tokens } from './gspo-task.mjs';
import { row } from './row.mjs';
import { median } from './timing.mjs';

const TURNS = 41;

async function side(script) {
  const child = fork(new URL(script, import.meta.url));
  child.once('exit', (code) => code !== null && process.exit(code));
  await once(child, 'message');
  return child;
}

async function spent(child) {
  child.send('go');
  const [times] = await once(child, 'message');
  return times;
}

const sides = { own: await side('gspo-own.mjs'), peer: await side('gspo-tfjs.mjs') };
const turns = [];
for (let k = 0; k < TURNS; k++) turns.push({ own: await spent(sides.own), peer: await spent(sides.peer) });
for (const child of Object.values(sides)) child.kill();

const of = (value) => median(turns.map(value));
console.log(
  `vocabulary ${tokens.size}, hidden ${HIDDEN}, ${PROMPTS} groups of ${GROUP}, length 5 + 5, interleaved; medians`,
);
console.log('             wall ms   CPU ms');
for (const [name, key] of [
  ['gru', 'own'],
  ['tfjs wasm', 'peer'],
]) {
  const [wall, cpu] = [of((turn) => turn[key].wall), of((turn) => turn[key].cpu)];
  console.log(`${name.padEnd(12)} ${wall.toFixed(2).padStart(7)} ${cpu.toFixed(2).padStart(8)}`);
}
const ratio = of(({ own, peer }) => peer.cpu / own.cpu);
console.log(
  `tfjs takes ${ratio.toFixed(1)} times as long (CPU), ${of((turn) => turn.peer.wall / turn.own.wall).toFixed(1)} (wall)`,
);
row(
  'update of a sequence policy and a decoding, hidden 64, 2 groups of 4 (CPU ms)',
  of(({ own }) => own.cpu),
  [4, 'most'],
);
row('tfjs wasm over own update of a sequence policy (CPU time)', ratio, [3, 'least']);
