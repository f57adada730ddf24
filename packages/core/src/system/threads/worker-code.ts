import { ASLEEP, CLAIMS, DONE, EPOCH, FAILED, JOB, SEGMENT, WAITING } from './control.js';
import { PARTS } from './shares.js';

/**
 * What a worker runs, as text: so that it needs no file, whatever bundles or moves this package. It claims partitions of the
 * operation that is published, beginning with those that are its own by custom; else it looks for the next one for some
 * microseconds and then waits.
 */
export const workerCode = `'use strict';
const { parentPort, receiveMessageOnPort, workerData } = process.getBuiltinModule('node:worker_threads');
const { control, module, home, spins } = workerData;
const words = new Int32Array(control);
const work = [];

function learn() {
  for (let post = receiveMessageOnPort(parentPort); post !== undefined; post = receiveMessageOnPort(parentPort)) {
    const { id, memory } = post.message;
    work[id] = new WebAssembly.Instance(module, { env: { memory } }).exports.work;
  }
}

function help(epoch) {
  const free = (epoch - 1) | 0;
  for (let k = 0; k < ${PARTS}; k++) {
    const p = (home + k) % ${PARTS};
    const claim = ${CLAIMS} + p;
    if (Atomics.load(words, claim) !== free || Atomics.compareExchange(words, claim, free, epoch) !== free) continue;
    try {
      const segment = words[${SEGMENT}];
      if (work[segment] === undefined) learn();
      work[segment](words[${JOB}], p);
    } catch {
      Atomics.store(words, ${FAILED}, 1);
    }
    Atomics.add(words, ${DONE}, 1);
    if (Atomics.load(words, ${WAITING}) === 1) Atomics.notify(words, ${DONE});
  }
}

let seen = Atomics.load(words, ${EPOCH});
parentPort.postMessage('ready');
for (;;) {
  let epoch = Atomics.load(words, ${EPOCH});
  for (let spin = 0; spin < spins && epoch === seen; spin++) epoch = Atomics.load(words, ${EPOCH});
  if (epoch === seen) {
    Atomics.add(words, ${ASLEEP}, 1);
    Atomics.wait(words, ${EPOCH}, seen);
    Atomics.sub(words, ${ASLEEP}, 1);
    continue;
  }
  seen = epoch;
  help(epoch);
}
`;
