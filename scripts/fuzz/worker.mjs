// Feeds one target in a thread: what it works on is in shared memory, so that the parent knows it where the thread hangs or dies.
import { parentPort, workerData } from 'node:worker_threads';
import { coverage } from './coverage.mjs';
import { judge } from './judge.mjs';
import { minimised } from './minimise.mjs';
import { mutator } from './mutate.mjs';
import { targets } from './targets.mjs';

/** Inputs between two looks at the coverage. */
const BATCH = 16;

const { name, seed, seconds, state, bytes } = workerData;
const { read, corpus } = await targets[name]();
const mutate = mutator(seed);
const encoder = new globalThis.TextEncoder();
const kinds = new Set();
const blocks = coverage();
const covered = new Set();
let tried = 0;

/** Runs an input under the eyes of the parent. */
async function run(text) {
  const { written } = encoder.encodeInto(text, bytes);
  Atomics.store(state, 1, written);
  Atomics.add(state, 0, 1);
  tried++;
  const fault = await judge(read, text);
  if (fault === null || kinds.has(fault.kind)) return;
  if (fault.kind === 'slow' && (await judge(read, text))?.kind !== 'slow') return; // it was the machine
  kinds.add(fault.kind);
  parentPort.postMessage({
    fault,
    text: await minimised(text, async (less) => (await judge(read, less))?.kind === fault.kind),
  });
}

const kept = await corpus();
for (const text of kept) await run(text);
for (const block of blocks()) covered.add(block);
const end = performance.now() + 1000 * seconds;
for (let round = 0; performance.now() < end; round++) {
  const batch = Array.from({ length: BATCH }, (_, k) =>
    mutate(pick(round * BATCH + k), pick(round * BATCH + k + 7919)),
  );
  for (const text of batch) await run(text);
  if (!isNew(blocks())) continue;
  for (const text of batch) {
    await judge(read, text);
    const found = blocks();
    if (!isNew(found)) continue;
    for (const block of found) covered.add(block);
    kept.push(text);
  }
}
parentPort.postMessage({ done: { tried, corpus: kept.length, blocks: covered.size } });

function isNew(found) {
  for (const block of found) if (!covered.has(block)) return true;
  return false;
}

/** The newer a text is, the likelier it is gone on from. */
function pick(k) {
  const hash = Math.imul(k ^ (k >>> 15), 0x2c1b3c6d) >>> 0;
  const share = hash / 2 ** 32;
  return kept[Math.min(kept.length - 1, Math.floor(kept.length * (k % 2 === 0 ? share : Math.sqrt(share))))];
}
