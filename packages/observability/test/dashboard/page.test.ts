/// <reference lib="dom" />
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { layout, panels } from '../../page/panels.js';
import { dualRows } from '../helpers/dual-rows.js';
import { columns } from '../../src/index.js';
import { serveDashboard } from '../../src/node.js';
import { chromiumTest, opened, seriousFindings, withChromium } from './support/page.js';
import { writeFullRun } from './support/full-run.js';
import { appendRows, folder, writeRun } from './support/runs.js';

const pictures = process.env.CFC_PICTURES;
withChromium();

async function served(root: string, port = 0) {
  const dashboard = await serveDashboard({ root, port, token: 'a-token-of-a-test-0123' });
  onTestFinished(() => dashboard.close());
  return dashboard;
}

/** Three runs, the latest of the names first on the page. */
function runs(): string {
  const root = folder();
  writeRun(root, 'alpha', 300);
  writeRun(root, 'beta', 120);
  writeRun(root, 'gamma', 40, false);
  return root;
}

const text = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();
const until = (page: Page, selector: string, expected: string): Promise<void> =>
  page.locator(selector, { hasText: expected }).first().waitFor();

/** A line of a legend: column, value, least, most. */
const legendOf = (page: Page, column: string): Promise<string[]> =>
  page
    .locator('.legend tr', { has: page.getByRole('button', { name: column, exact: true }) })
    .locator('th, td')
    .allInnerTexts();

chromiumTest('shows the runs, every panel with its columns, and the last rows', async () => {
  const { url } = await served(runs());
  const { page, complaints } = await opened(url);
  expect(await page.locator('#runs button').allInnerTexts()).toEqual([
    expect.stringContaining('alpha'),
    expect.stringContaining('beta'),
    expect.stringContaining('gamma'),
  ]);
  await until(page, '#facts', 'finished, 300 rows');
  const titles = await page.locator('#panels h3').allInnerTexts();
  for (const { title, always } of panels) if (always) expect(titles).toContain(title);
  expect(await page.locator('#panels canvas').count()).toBe(titles.length);
  expect(await legendOf(page, 'unitEnergy')).toEqual(['unitEnergy', '0.001273', '0.001273 at 300', '0.978 at 1']);
  expect(await text(page, '#facts')).toBe('finished, 300 rows, best unitEnergy 0.00127263 at step 300');
  expect(await page.locator('#tail tbody tr').first().locator('td').first().innerText()).toBe('300');
  expect(complaints).toEqual([]);
});

chromiumTest('draws: lines of the colours of the legend go from side to side of a chart', async () => {
  const { url } = await served(runs());
  const { page } = await opened(url, { colorScheme: 'light' });
  await until(page, '#facts', '300 rows');
  // The two lines of this chart never meet; where lines do, the later one hides the other.
  const drawn = await page.locator('section[aria-label="Precision"]').evaluate((section) => {
    const canvas = section.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const width = section.querySelector('.u-over')!.clientWidth * devicePixelRatio;
    // Pixels at the edge of a line have its colour and are translucent.
    const near = (k: number, colour: readonly number[]): boolean =>
      data[k + 3]! > 40 && colour.every((value, i) => Math.abs(data[k + i]! - value) < 30);
    return [
      [0x0b, 0x5c, 0xad],
      [0xb4, 0x47, 0x0c],
    ].map((colour) => {
      const columns = new Set<number>();
      for (let k = 0; k < data.length; k += 4) if (near(k, colour)) columns.add((k / 4) % canvas.width);
      const ends = Math.max(...columns) - Math.min(...columns) + 1;
      return { span: ends / width, filled: columns.size / ends };
    });
  });
  for (const { span, filled } of drawn) {
    expect(span).toBeCloseTo(1, 2);
    expect(filled).toBeGreaterThan(0.9); // over lines of the grid the colours mix
  }
});

chromiumTest('has a logarithmic axis, kept by the address, and says what has no place on it', async () => {
  const { url } = await served(runs());
  const { page, complaints } = await opened(url);
  await until(page, '#facts', '300 rows');
  const [energy, change] = ['Energy', 'Change of energy'].map((title) =>
    page.locator(`section[aria-label="${title}"]`),
  );
  /** Rows of pixels, from the top, in which the line of unitEnergy is at the middle of the chart. */
  const height = (): Promise<number> =>
    energy!.locator('canvas').evaluate((one: HTMLCanvasElement) => {
      const { data } = one.getContext('2d')!.getImageData(0, 0, one.width, one.height);
      const over = one.parentElement!.querySelector<HTMLElement>('.u-over')!;
      const middle = Math.round((over.offsetLeft + over.clientWidth / 2) * devicePixelRatio);
      const rows = Array.from({ length: one.height }, (_, y) => y).filter((y) =>
        [0, 1, 2].some((x) => {
          const k = 4 * (y * one.width + middle + x);
          return data[k + 3]! > 100 && Math.abs(data[k]! - 0xb4) < 30 && Math.abs(data[k + 2]! - 0x0c) < 30;
        }),
      );
      return (
        (rows.reduce((sum, y) => sum + y, 0) / rows.length - over.offsetTop * devicePixelRatio) /
        (over.clientHeight * devicePixelRatio)
      );
    });
  // exp(-150/45) of 1 is near the ground of a linear axis, and half way down on a logarithmic one.
  expect(await height()).toBeGreaterThan(0.85);
  await page.keyboard.press('l');
  await page.locator('#log[aria-pressed="true"]').waitFor();
  expect(page.url()).toContain('log=');
  expect(await height()).toBeLessThan(0.7);
  expect(await change!.locator('p').innerText()).toContain('Values of 0 and below have no place');
  expect(await page.locator('section[aria-label="Precision"] p').innerText()).toBe('');
  await page.reload();
  await until(page, '#facts', '300 rows');
  expect(await height()).toBeLessThan(0.7);
  await page.getByRole('button', { name: 'Log axis' }).click();
  await page.locator('#log[aria-pressed="false"]').waitFor();
  expect(await height()).toBeGreaterThan(0.85);
  expect(complaints).toEqual([]);
});

chromiumTest('lets a run be saved as one file', async () => {
  const { url } = await served(runs());
  const { page, complaints } = await opened(url);
  await page.getByRole('button', { name: 'gamma' }).click();
  await until(page, '#facts', '40 rows');
  for (const [link, file, rows] of [
    ['CSV', 'gamma.csv', 41],
    ['JSON lines', 'gamma.jsonl', 40],
  ] as const) {
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(file);
    expect(
      readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(rows);
  }
  expect(complaints).toEqual([]);
});

chromiumTest('shows what is appended as it comes', async () => {
  const root = runs();
  const { url } = await served(root);
  const { page, complaints } = await opened(url);
  await page.getByRole('button', { name: 'gamma' }).click();
  await until(page, '#facts', 'running, 40 rows');
  appendRows(join(root, 'gamma'), 41, 55);
  await until(page, '#facts', '55 rows');
  await until(page, '#tail td', '55');
  expect(await legendOf(page, 'gates_opened')).toEqual(['gates_opened', '5', '0 at 1', '5 at 50']);
  const fresh = writeRun(root, 'late', 3);
  await until(page, '#runs button', 'late');
  expect(fresh).toContain('late');
  expect(complaints).toEqual([]);
});

/** Another server at this port for as long as it takes to refuse the page's events: browsers then give them up. */
async function refusing(port: number): Promise<void> {
  const other = createServer((_, response) => response.writeHead(404).end()).listen(port, '127.0.0.1');
  await once(other, 'request');
  await new Promise((done) => {
    other.close(done);
    other.closeAllConnections();
  });
}

chromiumTest('takes up again after the server was restarted', async () => {
  const root = runs();
  const first = await served(root);
  const { page, complaints } = await opened(first.url);
  await until(page, '#facts', '300 rows');
  await first.close();
  await until(page, '#status', 'not connected');
  await refusing(first.port);
  appendRows(join(root, 'alpha'), 301, 310);
  await served(root, first.port);
  await until(page, '#status', 'live');
  await until(page, '#facts', '310 rows');
  await until(page, '#tail td', '310');
  // The browser itself complains of a server that is not there or refuses; nothing else does.
  expect(complaints.filter((text) => !text.includes('net::ERR_') && !text.includes('404'))).toEqual([]);
});

chromiumTest('is paused, and says how much has come meanwhile', async () => {
  const root = runs();
  const { url } = await served(root);
  const { page } = await opened(url);
  await until(page, '#facts', '300 rows');
  await page.keyboard.press('p');
  appendRows(join(root, 'alpha'), 301, 320);
  await until(page, '#status', 'paused, 20 rows behind');
  expect(await text(page, '#facts')).toContain('300 rows');
  await page.keyboard.press('p');
  await until(page, '#facts', '320 rows');
  await until(page, '#status', 'live');
});

chromiumTest('is used by the keyboard only', async () => {
  const { url } = await served(runs());
  const { page, complaints } = await opened(url);
  await page.keyboard.press('j');
  await until(page, '#run', 'beta');
  await until(page, '#facts', '120 rows');
  await page.keyboard.press('k');
  await until(page, '#facts', '300 rows');
  const reached: string[] = [];
  const chart = 'section[aria-label="Energy"] .chart';
  for (let k = 0; k < 40; k++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement!.textContent.slice(0, 8)));
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), chart)) break;
  }
  expect(reached).toEqual(expect.arrayContaining(['Theme: s', 'alphafin', 'Pause', 'Zoom in', 'All']));
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
  await page.keyboard.press('+');
  await until(page, '#range', 'steps 76 to 225');
  await page.keyboard.press('ArrowRight');
  await until(page, '#range', 'steps 151 to 300');
  expect(page.url()).toContain('from=150.5&to=300');
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  await until(page, '#range', 'all steps');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForSelector('section[aria-label="Energy"] .legend button[aria-pressed="false"]');
  expect(complaints).toEqual([]);
});

chromiumTest('zooms where one drags, and the address keeps it', async () => {
  const { url } = await served(runs());
  const { page } = await opened(url);
  await until(page, '#facts', '300 rows');
  const box = (await page.locator('section[aria-label="Energy"] .u-over').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.25, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await until(page, '#range', 'steps 7');
  const range = await text(page, '#range');
  await page.reload();
  await until(page, '#range', range);
  await page.locator('section[aria-label="Energy"] .chart').dblclick();
  await until(page, '#range', 'all steps');
});

chromiumTest('shows what stands in files as text, and never runs it', async () => {
  const root = folder();
  const evil = '<script>';
  writeRun(root, evil, 3);
  const image = '<img src=x onerror=alert(1)>';
  writeRun(root, image, 3);
  const row = { step: 1, energy: 1, [image]: 2, reason: '<script>alert(2)</script>', warnings: image };
  writeFileSync(join(root, evil, 'trace.jsonl'), `${JSON.stringify(row)}\n`);
  const { url } = await served(root);
  const { page, complaints } = await opened(url);
  await page.getByRole('button', { name: evil }).click();
  await until(page, '#run', evil);
  await until(page, '.legend button', image);
  await until(page, '#tail td', '<script>alert(2)</script>');
  await page.keyboard.press('l');
  await page.locator('.legend button', { hasText: image }).click();
  await page.locator('.legend button[aria-pressed="false"]').waitFor();
  await page.locator('section[aria-label="Other columns"] .chart').hover();
  await until(page, '.legend th', 'cursor');
  await page.getByRole('button', { name: image }).first().click();
  await until(page, '#run', image);
  await until(page, '#facts', '3 rows');
  expect(await page.locator('#tail img, nav img, #panels img, main script, nav script').count()).toBe(0);
  expect(complaints).toEqual([]);
});

const looks = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['light-phone', { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['dark-phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true }],
] as const;
for (const [name, options] of looks) {
  chromiumTest(
    `of a run with every column nothing is cut off, and axe has no serious findings, in ${name}`,
    async () => {
      const root = runs();
      writeFullRun(root, '0 a run with every column that trackers make', 240);
      const { url } = await served(root);
      const { page, complaints } = await opened(url, options);
      await until(page, '#facts', '240 rows');
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(options.colorScheme);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        options.viewport.width,
      );
      const titles = await page.locator('#panels h3').allInnerTexts();
      expect(titles).toEqual([...panels.map(({ title }) => title), 'Other columns']);
      for (const log of [false, true]) {
        if (log) await page.keyboard.press('l');
        const cut = await page.locator('main section').evaluateAll((sections) =>
          sections
            .flatMap((section) => [section, ...section.querySelectorAll('h3, button, .legend, .chart, p')])
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        );
        expect(cut).toEqual([]);
        await panelsTaken(page, `${name}${log ? '-log' : ''}`);
      }
      await page.getByRole('button', { name: 'Pause' }).click();
      expect(await seriousFindings(page)).toEqual([]);
      await taken(page.locator('nav'), name, 'Runs');
      await taken(page, name, 'whole');
      expect(complaints).toEqual([]);
    },
  );
}

async function panelsTaken(page: Page, look: string): Promise<void> {
  if (pictures === undefined) return;
  for (const section of await page.locator('main section').all()) {
    await taken(section, look, (await section.locator('h3').innerText()).replaceAll(' ', '-'));
  }
}

/** A picture to be looked at, where $CFC_PICTURES says that they are wanted, and in which folder. */
async function taken(what: Page | Locator, ...name: readonly string[]): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await what.screenshot({ fullPage: true, path: join(pictures, `${name.join('-')}.png`) });
}

test('every column of the trackers but the step has a panel that asks for it', () => {
  const numbers = columns.filter(({ unit }) => unit !== 'text').map(({ name }) => name.replace('*', 'x'));
  expect(layout([...numbers, 'mine']).find(({ title }) => title === 'Other columns')?.columns).toEqual(['mine']);
});

test('a dual optimization has one panel for λ, one for violations, and none that is empty', () => {
  const laid = layout(Object.keys(dualRows[0]!));
  const of = (title: string) => laid.find((panel) => panel.title === title)?.columns;
  expect(of('Multipliers λ')).toEqual(['lambda:cfs', 'lambda:g2g', 'lambda:kl']);
  expect(of('Violations')).toEqual(['infeasibility', 'violation:cfs', 'violation:g2g', 'violation:kl']);
  expect(laid.filter(({ columns }) => columns.length === 0)).toEqual([]);
  expect(of('Other columns')).toEqual(expect.arrayContaining(['reason:cfs']));
});
