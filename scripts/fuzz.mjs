// Coverage-guided fuzzing of everything that reads what strangers wrote: node scripts/fuzz.mjs [--seconds 60] [--seed 0] [target...]
// One more time with one input: node scripts/fuzz.mjs --replay <target> <file>
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { judge } from './fuzz/judge.mjs';
import { targets } from './fuzz/targets.mjs';
import { root } from './workspace.mjs';

/** A thread that works on one input for so many ms hangs. */
const HANG = 10_000;
/** A thread may hold so many MiB. */
const MEMORY = 512;
const LONGEST = 1 << 17;

const options = { seconds: { type: 'string' }, seed: { type: 'string' }, replay: { type: 'boolean' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const unknown = (values.replay ? positionals.slice(0, 1) : positionals).find((name) => !Object.hasOwn(targets, name));
if (unknown !== undefined) {
  console.error(`There is no target "${unknown}". Targets: ${Object.keys(targets).join(', ')}`);
  process.exit(2);
}
process.exit(values.replay ? await replay(...positionals) : await fuzz());

async function replay(name, file) {
  const { read } = await targets[name]();
  const fault = await judge(read, readFileSync(file, 'utf8'));
  console.log(fault === null ? 'read, or refused with a CfcError' : `${fault.kind}\n${fault.told}`);
  return fault === null ? 0 : 1;
}

async function fuzz() {
  const names = positionals.length > 0 ? positionals : Object.keys(targets);
  const each = Number(values.seconds ?? 60) / names.length;
  let found = 0;
  let tried = 0;
  for (const name of names) {
    const done = await fed(name, each, Number(values.seed ?? 0));
    console.log(
      `${name}: ${done.tried} inputs, corpus ${done.corpus}, ${done.blocks} blocks of code, ${done.faults} faults`,
    );
    [found, tried] = [found + done.faults, tried + done.tried];
  }
  console.log(
    `${names.length} readers, ${tried} inputs: ${found === 0 ? 'all read, or refused with a CfcError' : `${found} faults`}`,
  );
  return found === 0 ? 0 : 1;
}

/** Feeds one target in a thread of its own, which is ended where it hangs. */
function fed(name, seconds, seed) {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const bytes = new Uint8Array(new SharedArrayBuffer(LONGEST));
  const worker = new Worker(new URL('fuzz/worker.mjs', import.meta.url), {
    workerData: { name, seed, seconds, state, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const now = () => new globalThis.TextDecoder().decode(bytes.slice(0, Atomics.load(state, 1)));
  return new Promise((resolve) => {
    let faults = 0;
    let done = { tried: 0, corpus: 0, blocks: 0 };
    let last = [-1, performance.now()];
    const tell = (fault, text) => {
      faults++;
      const file = save(name, text);
      console.log(
        `FAULT in ${name}: ${fault.kind}\n${fault.told}\nAgain: node scripts/fuzz.mjs --replay ${name} ${file}\n`,
      );
    };
    const watch = globalThis.setInterval(() => {
      const count = Atomics.load(state, 0);
      if (count !== last[0]) last = [count, performance.now()];
      else if (count > 0 && performance.now() - last[1] > HANG) {
        tell({ kind: 'hang', told: `no end after ${HANG} ms` }, now());
        void worker.terminate();
      }
    }, 250);
    worker.on('message', (message) => {
      if (message.fault) tell(message.fault, message.text);
      if (message.done) done = message.done;
    });
    worker.on('error', (error) => tell({ kind: error.code ?? error.name, told: error.stack ?? String(error) }, now()));
    worker.on('exit', () => {
      globalThis.clearInterval(watch);
      resolve({ ...done, tried: Math.max(done.tried, Atomics.load(state, 0)), faults });
    });
  });
}

function save(name, text) {
  const folder = join(root, 'reports/fuzz');
  mkdirSync(folder, { recursive: true });
  const file = `reports/fuzz/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.txt`;
  writeFileSync(join(root, file), text);
  return file;
}
