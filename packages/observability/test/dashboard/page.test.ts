/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { layout, panels } from '../../page/panels.js';
import { columns } from '../../src/index.js';
import { serveDashboard } from '../../src/node.js';
import { chromiumTest, opened, seriousFindings, withChromium } from './support/page.js';
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
  expect(await page.locator('.legend button', { hasText: /^energy / }).innerText()).toMatch(/^energy 0\.00/);
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

chromiumTest('shows what is appended as it comes', async () => {
  const root = runs();
  const { url } = await served(root);
  const { page, complaints } = await opened(url);
  await page.getByRole('button', { name: 'gamma' }).click();
  await until(page, '#facts', 'running, 40 rows');
  appendRows(join(root, 'gamma'), 41, 55);
  await until(page, '#facts', '55 rows');
  await until(page, '#tail td', '55');
  const fresh = writeRun(root, 'late', 3);
  await until(page, '#runs button', 'late');
  expect(fresh).toContain('late');
  expect(complaints).toEqual([]);
});

chromiumTest('takes up again after the server was restarted', async () => {
  const root = runs();
  const first = await served(root);
  const { page } = await opened(first.url);
  await until(page, '#facts', '300 rows');
  await first.close();
  await until(page, '#status', 'not connected');
  appendRows(join(root, 'alpha'), 301, 310);
  await served(root, first.port);
  await until(page, '#status', 'live');
  await until(page, '#facts', '310 rows');
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
  expect(await page.locator('#tail img, nav img, #panels img, main script, nav script').count()).toBe(0);
  expect(complaints).toEqual([]);
});

const looks = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['light-phone', { colorScheme: 'light', viewport: { width: 360, height: 740 }, hasTouch: true }],
  ['dark-phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true }],
] as const;
for (const [name, options] of looks) {
  chromiumTest(`has no serious findings of axe, and no sideways scrolling, in ${name}`, async () => {
    const { url } = await served(runs());
    const { page, complaints } = await opened(url, options);
    await until(page, '#facts', '300 rows');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(options.colorScheme);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.viewport.width);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    }
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('every column of the trackers but the step has a panel that asks for it', () => {
  const numbers = columns.filter(({ unit }) => unit !== 'text').map(({ name }) => name.replace('*', 'x'));
  expect(layout([...numbers, 'mine']).find(({ title }) => title === 'Other columns')?.columns).toEqual(['mine']);
});
