/* global document, URLSearchParams */
// What a run of 1,000,000 rows and 30 columns costs the dashboard: time from the call of the page to the first charts, and resident memory
// of the server then and until all rows are read. Wall time: on a machine at work it is larger. `node src/dashboard.mjs [rows]`
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveDashboard } from '@cfc/observability/node';
import { chromium } from 'playwright';
import { row } from './row.mjs';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';

const MB = 1e6;

if (process.argv[2] === 'serve') await serve(process.argv[3]);
else if (findChromium() === undefined) console.log('left out: no chromium');
else await measure(Number(process.argv[2] ?? 1_000_000));

/** In a process of its own: its memory is the server's. */
async function serve(root) {
  const { url } = await serveDashboard({ root });
  process.on('message', () => {
    const { rss } = process.memoryUsage();
    process.send({ rss, most: process.resourceUsage().maxRSS * 1024 });
  });
  process.send({ url });
}

function write(root, rows) {
  mkdirSync(join(root, 'long'));
  const file = openSync(join(root, 'long', 'trace.jsonl'), 'w');
  const names = Array.from({ length: 29 }, (_, k) => (k === 0 ? 'energy' : `energy:local:Family${k}`));
  for (let step = 1; step <= rows;) {
    let text = '';
    for (const end = Math.min(rows, step + 999); step <= end; step++) {
      const values = names.map((name, k) => [name, Math.exp(-step / (rows / 5)) + Math.sin(step * (k + 1)) / 50]);
      text += `${JSON.stringify({ step, ...Object.fromEntries(values) })}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
  return statSync(join(root, 'long', 'trace.jsonl')).size;
}

async function measure(rows) {
  const root = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
  const size = write(root, rows);
  const child = fork(fileURLToPath(import.meta.url), ['serve', root]);
  const [{ url }] = await once(child, 'message');
  const memory = async () => {
    child.send('memory');
    return (await once(child, 'message'))[0];
  };
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const paint = await page.waitForFunction(() => document.documentElement.dataset.version && performance.now());
    const first = await memory();
    const whole = new RegExp(rows.toLocaleString('en-GB'));
    await page.locator('#facts', { hasText: whole }).waitFor({ timeout: 600_000 });
    const read = await page.evaluate(() => performance.now());
    const after = await memory();
    await page.locator('section[aria-label="Energy"] .chart').focus();
    const before = await page.evaluate(() => performance.now());
    for (let k = 0; k < 4; k++) await page.keyboard.press('+');
    const query = new URLSearchParams(new URL(page.url()).hash.slice(1));
    const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
    await page.waitForFunction((range) => document.documentElement.dataset.range === range, `${from} ${to}`);
    const zoomed = (await page.evaluate(() => performance.now())) - before;
    const last = await memory();
    const ms = (value) => `${Math.round(value)} ms`;
    console.log(`${rows} rows of 30 columns, ${Math.round(size / MB)} MB of JSON lines`);
    row('ms to the first paint of 1,000,000 rows', await paint.jsonValue(), [2000, 'most']);
    row('MB resident, dashboard server of 1,000,000 rows', last.most / MB, [300, 'most']);
    console.log(`first paint (sampled)      ${ms(await paint.jsonValue())}, ${Math.round(first.rss / MB)} MB`);
    console.log(`all rows read and drawn    ${ms(read)}, ${Math.round(after.rss / MB)} MB`);
    console.log(
      `zoomed to a sixteenth      ${ms(zoomed)}, ${Math.round(last.rss / MB)} MB; most ever ${Math.round(last.most / MB)} MB`,
    );
  } finally {
    await browser.close();
    child.kill();
    rmSync(root, { recursive: true });
  }
}
