// The thread that works on inputs: what it works on is in shared memory, so that the parent knows it where the thread hangs or dies.
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { coverage } from './coverage.mjs';
import { judge } from './judge.mjs';
import { minimised } from './minimise.mjs';
import { mutator } from './mutate.mjs';

/** Inputs between two looks at the coverage. */
const BATCH = 16;

const { targets, name, seed, seconds, inputs, state, bytes } = workerData;
const { read, corpus } = await (await import(targets)).targets[name]();
const kept = await corpus();
const mutate = mutator(seed, kept);
const encoder = new globalThis.TextEncoder();
const digest = createHash('sha256');
const kinds = new Set();
/** Under a fixed number of inputs no verdict may depend on the machine. */
const timed = inputs === undefined;
let tried = 0;

/** Runs an input under the eyes of the parent. */
async function run(text) {
  const { written } = encoder.encodeInto(text, bytes);
  Atomics.store(state, 1, written);
  Atomics.add(state, 0, 1);
  tried++;
  digest.update(text).update('\0');
  const fault = await judge(read, text, timed);
  if (fault === null || kinds.has(fault.kind)) return;
  if (fault.kind === 'slow' && (await judge(read, text))?.kind !== 'slow') return; // it was the machine
  kinds.add(fault.kind);
  const fails = async (less) => {
    Atomics.add(state, 0, 1);
    return (await judge(read, less, timed))?.kind === fault.kind;
  };
  parentPort.postMessage({ fault, text: await minimised(text, fails) });
}

const made = (k) => mutate(pick(k), pick(k + 7919));
const covered = timed ? await explored() : await counted();
parentPort.postMessage({
  done: { tried, corpus: kept.length, blocks: covered, digest: digest.digest('hex').slice(0, 12) },
});

/** The corpus, then so many inputs made of it: the same ones each time, so coverage has no say. */
async function counted() {
  for (const text of kept) await run(text);
  for (let k = 0; k < inputs; k++) await run(made(k));
  return 0;
}

/** For so many seconds, going on from every input that runs code which none before it ran. */
async function explored() {
  const blocks = coverage();
  const seen = new Set();
  const isNew = (found) => {
    for (const block of found) if (!seen.has(block)) return true;
    return false;
  };
  for (const text of [...kept]) await run(text);
  for (const block of blocks()) seen.add(block);
  const end = performance.now() + 1000 * seconds;
  for (let round = 0; performance.now() < end; round++) {
    const batch = Array.from({ length: BATCH }, (_, k) => made(round * BATCH + k));
    for (const text of batch) await run(text);
    if (!isNew(blocks())) continue;
    for (const text of batch) {
      await judge(read, text);
      const found = blocks();
      if (!isNew(found)) continue;
      for (const block of found) seen.add(block);
      kept.push(text);
    }
  }
  return seen.size;
}

/** The newer a text is, the likelier it is gone on from. */
function pick(k) {
  const hash = Math.imul(k ^ (k >>> 15), 0x2c1b3c6d) >>> 0;
  const share = hash / 2 ** 32;
  return kept[Math.min(kept.length - 1, Math.floor(kept.length * (k % 2 === 0 ? share : Math.sqrt(share))))];
}
