/* global document, URLSearchParams, MutationObserver, requestAnimationFrame */
// What a run of 1,000,000 rows and 30 columns costs the dashboard: time from the call of the page to the first charts, and resident memory
// of the server and of the page then and until all rows are read; and how long a row that is appended to a growing run takes to the page.
// Wall time: on a machine at work it is larger. `node src/dashboard.mjs [rows]`
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serveDashboard } from '@cfc/observability/node';
import { chromium } from 'playwright';
import { row } from './row.mjs';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';

const MB = 1e6;
const GROWING = 20_000;
const APPENDED = 100;

/** In a process of its own: its memory is the server's. */
async function serve(root) {
  const { url } = await serveDashboard({ root });
  process.on('message', () => {
    const { rss } = process.memoryUsage();
    process.send({ rss, most: process.resourceUsage().maxRSS * 1024 });
  });
  process.send({ url });
}

const names = Array.from({ length: 29 }, (_, k) => (k === 0 ? 'energy' : `energy:local:Family${k}`));
const line = (step, rows) => {
  const values = names.map((name, k) => [name, Math.exp(-step / (rows / 5)) + Math.sin(step * (k + 1)) / 50]);
  return `${JSON.stringify({ step, ...Object.fromEntries(values) })}\n`;
};

/** A run's trace of so many rows. */
function write(root, rows) {
  mkdirSync(join(root, 'run'));
  const path = join(root, 'run', 'trace.jsonl');
  const file = openSync(path, 'w');
  for (let step = 1; step <= rows;) {
    let text = '';
    for (const end = Math.min(rows, step + 999); step <= end; step++) text += line(step, rows);
    writeSync(file, text);
  }
  closeSync(file);
  return path;
}

/** A server over a run of so many rows, and a browser. */
async function served(rows, measure) {
  const root = mkdtempSync(join(tmpdir(), 'cfc-bench-'));
  const trace = write(root, rows);
  const child = fork(fileURLToPath(import.meta.url), ['serve', root]);
  const [{ url }] = await once(child, 'message');
  const memory = async () => {
    child.send('memory');
    return (await once(child, 'message'))[0];
  };
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    await measure({ rows, trace, url, memory, browser });
  } finally {
    await browser.close();
    child.kill();
    rmSync(root, { recursive: true });
  }
}

/** Bytes of the page: its JavaScript heap, and the resident memory of its process where /proc tells. */
async function pageMemory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const resident = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id));
  return { heap, resident: Math.max(0, ...resident) };
}

function residentOf(pid) {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  } catch {
    return 0;
  }
}

const ms = (value) => `${Math.round(value)} ms`;
const mb = (bytes) => `${Math.round(bytes / MB)} MB`;

async function longRun({ rows, trace, url, memory, browser }) {
  const page = await browser.newPage();
  await page.goto(url);
  const paint = await page.waitForFunction(() => document.documentElement.dataset.version && performance.now());
  const first = await memory();
  const small = await pageMemory(browser, page);
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
  const large = await pageMemory(browser, page);
  console.log(`${rows} rows of 30 columns, ${mb(statSync(trace).size)} of JSON lines`);
  row('ms to the first paint of 1,000,000 rows', await paint.jsonValue(), [2000, 'most']);
  row('MB resident, dashboard server of 1,000,000 rows', last.most / MB, [300, 'most']);
  row('MB resident, page of 1,000,000 rows', Math.max(small.resident, large.resident) / MB, [300, 'most']);
  console.log(`first paint (sampled)      ${ms(await paint.jsonValue())}, ${mb(first.rss)}`);
  console.log(`all rows read and drawn    ${ms(read)}, ${mb(after.rss)}`);
  console.log(`zoomed to a sixteenth      ${ms(zoomed)}, ${mb(last.rss)}; most ever ${mb(last.most)}`);
  for (const [when, { heap, resident }] of [
    ['at first paint', small],
    ['at the end', large],
  ]) {
    console.log(`the page ${when.padEnd(17)} ${mb(heap)} of JavaScript, ${mb(resident)} resident in its process`);
  }
}

/** From before a row is appended to the first frame of the page that has it. */
async function growingRun({ rows, trace, url, browser }) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('#facts', { hasText: rows.toLocaleString('en-GB') }).waitFor();
  await page.evaluate(() => {
    globalThis.seen = {};
    new MutationObserver(() => {
      const step = document.querySelector('#tail tbody td').textContent;
      requestAnimationFrame(() => (globalThis.seen[step] ??= performance.timeOrigin + performance.now()));
    }).observe(document.querySelector('#tail'), { childList: true });
  });
  const took = [];
  for (let k = 1; k <= APPENDED; k++) {
    const step = rows + k;
    const start = performance.timeOrigin + performance.now();
    appendFileSync(trace, line(step, rows));
    const seen = await page.waitForFunction((wanted) => globalThis.seen[wanted], step);
    took.push((await seen.jsonValue()) - start);
    await setTimeout(100 + ((k * 37) % 150)); // at no fixed phase of the server's looks
  }
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
  row('ms from an appended row to the page, p95', at(0.95), [1000, 'most']);
  row('ms from an appended row to the page, most', at(1), [1000, 'most']);
  console.log(
    `${APPENDED} rows appended to ${rows}     on the page after ${ms(at(0.5))} (p50), ${ms(at(0.95))} (p95), ${ms(at(1))} (most)`,
  );
}

if (process.argv[2] === 'serve') await serve(process.argv[3]);
else if (findChromium() === undefined) console.log('left out: no chromium');
else {
  const rows = Number(process.argv[2] ?? 1_000_000);
  await served(rows, longRun);
  await served(GROWING, growingRun);
}
