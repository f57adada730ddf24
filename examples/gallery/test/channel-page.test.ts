import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs';

const executablePath = findChromium();
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
let browser: Browser | undefined;
afterAll(() => browser?.close());

/** The script of the page, from the sources. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@cfc/source', 'module', 'browser'] },
    build: { write: false, lib: { entry: here('../src/channel-page.ts'), formats: ['iife'], name: 'page' } },
  });
  return (made as { output: { code: string }[] }[])[0]!.output[0]!.code;
}

test.skipIf(executablePath === undefined && process.env['CFC_NO_SKIP'] !== '1')(
  'the page coordinates in WebAssembly, plays, and knows the least',
  async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setContent(readFileSync(here('../channel-game.html'), 'utf8').replace(/<script.*<\/script>/, ''));
    await page.addScriptTag({ content: await bundled() });
    const said = (): Promise<string> => page.evaluate("document.getElementById('said').textContent");
    expect(await said()).toContain('All on one channel');
    await page.click('#coordinate');
    expect(await said()).toMatch(/^Coordination by energy \(WebAssembly\): interference [\d.]+, 1\.\d+ times/);
    await page.click('#best');
    expect(await said()).toContain('1.000 times');
    await page.click('#new');
    await page.click('#selfish');
    await page.waitForFunction(
      "document.getElementById('said').textContent.startsWith('Selfish play, round 200')",
      null,
      {
        timeout: 100_000,
      },
    );
    expect(await page.locator('#field circle, #field rect').count()).toBe(18);
    expect(complaints).toEqual([]);
  },
);
