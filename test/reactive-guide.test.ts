import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

const page = readFileSync(join(root, 'docs/reactive.md'), 'utf8');
const blocks = (language: string): string =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!).join('');

test('the blocks of docs/reactive.md, run one after another with the built core, print what the page says', () => {
  const place = mkdtempSync(join(tmpdir(), 'cfc-reactive-'));
  try {
    mkdirSync(join(place, 'node_modules/@cfc'), { recursive: true });
    symlinkSync(join(root, 'packages/core'), join(place, 'node_modules/@cfc/core'), 'junction');
    writeFileSync(join(place, 'page.mjs'), blocks('js'));
    expect(execFileSync(process.execPath, ['page.mjs'], { cwd: place, encoding: 'utf8' })).toBe(blocks('text'));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
