// Fuzzing of everything that reads what strangers wrote:
//   node scripts/fuzz.mjs [--seconds 60] [--seed 0] [target...]   led by coverage, for a time
//   node scripts/fuzz.mjs --inputs 1000 [--seed 0] [target...]    so many inputs for each target, the same ones on every machine
//   node scripts/fuzz.mjs --replay <target> <file>                one input once more
// All begin with the seeds and with what was found before (fuzz/seeds, fuzz/findings).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fed } from './fuzz/feed.mjs';
import { judge } from './fuzz/judge.mjs';
import { targets } from './fuzz/targets.mjs';
import { root } from './workspace.mjs';

const place = new URL('fuzz/targets.mjs', import.meta.url).href;
const text = { type: 'string' };
const options = { seconds: text, inputs: text, seed: text, replay: { type: 'boolean' } };
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
  const seed = Number(values.seed ?? 0);
  const most =
    values.inputs === undefined
      ? { seconds: Number(values.seconds ?? 60) / names.length }
      : { inputs: Number(values.inputs) };
  let found = 0;
  let tried = 0;
  const all = createHash('sha256');
  for (const name of names) {
    const done = await fed({ targets: place, name, seed, ...most }, (fault, input) => tell(name, fault, input));
    const saw =
      most.inputs === undefined ? `corpus ${done.corpus}, ${done.blocks} blocks of code` : `digest ${done.digest}`;
    console.log(`${name}: ${done.tried} inputs, ${saw}, ${done.faults} faults`);
    [found, tried] = [found + done.faults, tried + done.tried];
    all.update(done.digest);
  }
  const verdict = found === 0 ? 'all read, or refused with a CfcError' : `${found} faults`;
  console.log(`${names.length} readers, seed ${seed}, ${tried} inputs (${all.digest('hex').slice(0, 12)}): ${verdict}`);
  return found === 0 ? 0 : 1;
}

function tell(name, fault, input) {
  const folder = join(root, 'reports/fuzz');
  mkdirSync(folder, { recursive: true });
  const file = `reports/fuzz/${name}-${createHash('sha256').update(input).digest('hex').slice(0, 8)}.txt`;
  writeFileSync(join(root, file), input);
  const again = `node scripts/fuzz.mjs --replay ${name} ${file}`;
  console.log(
    `FAULT in ${name}: ${fault.kind}\n${fault.told}\nAgain: ${again}\nOnce mended, keep it: scripts/fuzz/findings/<what>.${name}\n`,
  );
}
