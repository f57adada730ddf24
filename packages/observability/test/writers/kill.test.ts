import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { uniform } from '@cfc/core';
import { build, defaultServerConditions } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { csvWriter, jsonLinesWriter, readTable } from '../../src/node.js';
import { all, folder } from '../helpers/folder.js';

const KILLS = 50;
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'node_modules/.append-rows/append-rows.js');

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, resolve: { conditions: ['@cfc/source', ...defaultServerConditions] } },
    build: {
      ssr: join(root, 'test/helpers/append-rows.mjs'),
      outDir: join(root, 'node_modules/.append-rows'),
      rollupOptions: { output: { entryFileNames: 'append-rows.js' } },
    },
  });
});

/** Runs the program, kills it `after` ms behind its first flush, and returns the last row that it said was flushed. */
async function killed(path: string, seed: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [program, path, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const begun = new Promise<void>((done) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      done();
    });
  });
  const ended = new Promise((done) => child.on('close', (_, signal) => done(signal)));
  await begun;
  await setTimeout(after);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  return Number(said.trimEnd().split('\n').at(-1));
}

test(`a process killed ${KILLS} times at any moment loses nothing that was flushed, and its files are gone on with`, async () => {
  const place = folder();
  let late = 0;
  for (let k = 0; k < KILLS; k++) {
    const path = join(place, k % 2 === 0 ? `${k}.csv` : `${k}.jsonl`);
    const flushed = await killed(path, k, 60 * uniform(1, 0, k));
    const steps = (await all(readTable(path))).map((row) => row['step']);
    expect(steps.length).toBeGreaterThanOrEqual(flushed);
    expect(steps).toEqual(steps.map((_, i) => i + 1));
    if (steps.length > 400) late++;

    const writer = (k % 2 === 0 ? csvWriter : jsonLinesWriter)(path);
    writer({ step: 'again' });
    writer.close();
    expect((await all(readTable(path))).map((row) => row['step'])).toEqual([...steps, 'again']);
  }
  expect(late).toBeGreaterThan(0); // some were killed after the heading had grown
});
