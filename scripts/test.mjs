// npm test: install, build and type-check (cached), every test in Node, core's tests in Chromium.
// Arguments go to vitest and then only Node's tests run: npm test -- packages/core
import { findChromium } from './chromium.mjs';
import { install, must } from './workspace.mjs';

const filters = process.argv.slice(2);

install();
must('turbo', ['run', 'build', 'types:all']); // types also of the type tests, *.test-d.ts
must('vitest', ['run', ...filters]);

if (filters.length === 0) {
  if (findChromium()) {
    must('pnpm', ['--silent', '--filter', '@cfc/core', 'test:browser']);
  } else {
    const missing = 'core tests in Chromium (no chromium found)';
    console.log(process.env.CFC_NO_SKIP === '1' ? `failed: ${missing}` : `skipped: ${missing}`);
    process.exitCode = process.env.CFC_NO_SKIP === '1' ? 1 : 0;
  }
}
