import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { chromiumFlags, findChromium } from '../../../../../scripts/chromium.mjs';

const executablePath = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

/** What is seen of a page while a test looks at it. */
export interface Seen {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, refusals of the content security policy. */
  readonly complaints: string[];
}

/** A test in Chromium; where there is none it says so, or fails when nothing may be left out. */
export function chromiumTest(name: string, body: () => Promise<void>): void {
  if (executablePath !== undefined || process.env.CFC_NO_SKIP === '1') test(name, body);
  else test.skip(`${name} (skipped: no chromium)`, body);
}

/** Starts the browser for a file of tests. */
export function withChromium(): void {
  beforeAll(async () => {
    if (executablePath === undefined) return;
    browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  });
  afterAll(() => browser?.close());
}

/** Opens a page and waits until a first table is drawn. */
export async function opened(url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Seen> {
  expect(executablePath, 'no chromium: install it, or set CHROMIUM to its path').toBeTypeOf('string');
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  await page.waitForSelector('html[data-version]');
  return { page, complaints };
}

/** Findings of axe-core that are serious or critical, in words. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger, not as a script of the page: its content security policy stays as it is.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Finding = { id: string; impact: string; nodes: { html: string }[] };
    const { run } = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe;
    const { violations } = await run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
