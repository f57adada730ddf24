import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bundled } from '../helpers/bundle.js';
import { folder } from '../helpers/folder.js';
import { start } from '../helpers/process.js';

const bin = bundled();

test('a training that is killed goes on from its last checkpoint, and ends with the same bits', async () => {
  const cwd = folder();
  const flags = ['gspo', 'train', '--families', 'ring', '--sizes', '10', '--seeds', '2', '--updates', '250', '--out'];
  const checkpoint = join(cwd, 'killed/checkpoint.json');
  const { child, ended } = start(bin(), [...flags, 'killed'], cwd);
  while (!existsSync(checkpoint) && child.exitCode === null) await setTimeout(2);
  child.kill('SIGKILL');
  expect((await ended).code).toBe(null);
  const { rows } = JSON.parse(readFileSync(checkpoint, 'utf8')) as { rows: unknown[] };
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(250);

  expect((await start(bin(), [...flags, 'killed', '--resume'], cwd).ended).code).toBe(0);
  expect((await start(bin(), [...flags, 'whole'], cwd).ended).code).toBe(0);
  for (const file of ['policy.json', 'updates.jsonl', 'checkpoint.json']) {
    expect(readFileSync(join(cwd, 'killed', file)).equals(readFileSync(join(cwd, 'whole', file))), file).toBe(true);
  }
});
