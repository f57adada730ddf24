// What the writers take: a million rows of thirty columns. CPU time of this process, since the disk and other processes are noise.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniform } from '@cfc/core';
import { csvWriter, jsonLinesWriter, readTable, writeParquet } from '@cfc/observability/node';
import { csvFormat } from 'd3-dsv';
import { row } from './row.mjs';
import { median } from './timing.mjs';

const ROWS = 1_000_000;
const BATCH = 20_000;
const COLUMNS = 30;
const place = mkdtempSync(join(tmpdir(), 'cfc-writers-'));

/** Rows as a tracker makes them: a step, a truth value, a null, and numbers of all digits; they come round again. */
const names = Array.from({ length: COLUMNS - 3 }, (_, k) => `energy:local:Family${k}`);
const rows = Array.from({ length: BATCH }, (_, i) => {
  const numbers = names.map((name, k) => [name, uniform(1, i, k)]);
  return { step: i, accepted: i % 7 > 0, warnings: null, ...Object.fromEntries(numbers) };
});

/** Seconds of CPU time, user and system, that a piece of work takes. */
async function cpu(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const all = (writer) => {
  for (let k = 0; k < ROWS / BATCH; k++) for (const one of rows) writer(one);
  writer.close();
};
const own = (make, name) => async () => {
  const path = join(place, name);
  rmSync(path, { force: true });
  const seconds = await cpu(() => all(make(path)));
  return statSync(path).size / 1e6 / seconds;
};
/** d3-dsv, a batch at a time, since its text of everything would be longer than a text can be. */
const peer = async () => {
  const path = join(place, 'peer.csv');
  writeFileSync(path, '');
  const seconds = await cpu(() => {
    for (let k = 0; k < ROWS / BATCH; k++) writeFileSync(path, `${csvFormat(rows)}\n`, { flag: 'a' });
  });
  return statSync(path).size / 1e6 / seconds;
};

const writers = { CSV: own(csvWriter, 'own.csv'), 'JSON lines': own(jsonLinesWriter, 'own.jsonl'), 'd3-dsv': peer };
const speeds = { CSV: [], 'JSON lines': [], 'd3-dsv': [] };
for (let turn = 0; turn < 3; turn++) {
  for (const [name, measure] of Object.entries(writers)) speeds[name].push(await measure());
}
const [csv, lines, other] = Object.values(speeds).map(median);
console.log(`${ROWS} rows of ${COLUMNS} columns, MB per second of CPU time`);
console.log(`CSV ${csv.toFixed(0)}   JSON lines ${lines.toFixed(0)}   csvFormat of d3-dsv ${other.toFixed(0)}`);
row('CSV writer, MB per CPU second', csv, [30, 'least']);
row('JSON lines writer, MB per CPU second', lines, [30, 'least']);
row('CSV writer over d3-dsv, speed', csv / other, [1, 'least']);

const source = join(place, 'own.jsonl');
const reading = await cpu(async () => {
  let count = 0;
  for await (const { step } of readTable(source)) count += step >= 0 ? 1 : 0;
  if (count !== ROWS) throw new Error(`${count} rows read`);
});
const converting = await cpu(() => writeParquet(join(place, 'own.parquet'), readTable(source)));
const megabytes = (name) => (statSync(join(place, name)).size / 1e6).toFixed(0);
console.log(`JSON lines read in ${reading.toFixed(1)} s of CPU time; to Parquet in ${converting.toFixed(1)} s`);
console.log(
  `JSON lines ${megabytes('own.jsonl')} MB, CSV ${megabytes('own.csv')} MB, Parquet ${megabytes('own.parquet')} MB`,
);
console.log(`resident memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
row('Parquet from JSON lines, over reading them twice', converting / (2 * reading), [3, 'most']);
rmSync(place, { recursive: true });
