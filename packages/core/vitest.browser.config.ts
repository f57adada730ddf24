import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: install chromium or set CHROMIUM to its path.');

/** Core's tests once more, in a browser: it must not lean on Node. */
export default defineConfig({
  resolve: { conditions: ['@cfc/source', 'module', 'browser', 'development|production'] },
  optimizeDeps: { include: ['fast-check'] },
  test: {
    testTimeout: 120_000, // as in Node: a busy machine is no fault of a test
    name: '@cfc/core in Chromium',
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.node.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath, args: chromiumFlags },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
