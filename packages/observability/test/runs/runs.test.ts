import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitOf, listRuns, readRun, runFiles, runStatus, startRun, type RunIdentity } from '../../src/node.js';
import { folder } from '../helpers/folder.js';

const identity: RunIdentity = {
  scenario: { file: 's.yaml', tree: { cfc: 1 } },
  fingerprint: 'f',
  versions: { '@cfc/core': '1.0.0' },
  seed: 7,
  modules: 2,
  couplings: 1,
};

describe('a run directory', () => {
  test('says what ran, when and where', () => {
    const path = join(folder(), 'a/b');
    const record = startRun(path, identity, { sources: import.meta.dirname });
    expect(JSON.parse(readFileSync(join(path, 'run.json'), 'utf8'))).toEqual(record);
    expect(readRun(path)).toEqual(record);
    expect(record).toMatchObject({ run: 'b', ...identity, pid: process.pid, host: hostname() });
    expect(record.machine).toMatchObject({ platform: process.platform, arch: process.arch, node: process.version });
    expect(new Date(record.started).toISOString()).toBe(record.started);
    expect(readdirSync(path)).toEqual(['run.json']);
  });

  test('holds one run', () => {
    for (const name of Object.values(runFiles)) {
      const path = folder();
      writeFileSync(join(path, name), '');
      expect(() => startRun(path, identity)).toThrow(`INPUT_INVALID: the folder holds a run already: ${name}`);
    }
  });

  test('is gone on with by another process, and keeps when it was begun', () => {
    const path = folder();
    const first = { ...startRun(path, identity), pid: 1, started: '2020-01-01T00:00:00.000Z' };
    writeFileSync(join(path, 'run.json'), JSON.stringify(first));
    const second = startRun(path, identity, { resume: true });
    expect(second).toEqual({ ...first, pid: process.pid });
    expect(readRun(path)).toEqual(second);
  });

  test('that cannot be made is one clear error', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    for (const path of [join(file, 'run'), '/sys/run', '/proc/run/deep'])
      expect(() => startRun(path, identity)).toThrow(/^INPUT_INVALID: the folder cannot be used: .* Give a folder /);
  });

  test('knows the commit of its sources, or none', () => {
    const sources = folder();
    const git = (...argv: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], { cwd: sources, encoding: 'utf8' });
    writeFileSync(join(sources, 'file'), 'old');
    git('init', '--quiet');
    git('add', 'file');
    git('commit', '--quiet', '--no-gpg-sign', '--message', 'first');
    const commit = git('rev-parse', 'HEAD').trim();
    expect(gitOf(sources)).toEqual({ commit, dirty: false });
    writeFileSync(join(sources, 'file'), 'new, and longer');
    expect(gitOf(sources)).toEqual({ commit, dirty: true });
    expect(gitOf(folder())).toBe(null);
    expect(gitOf(join(folder(), 'nowhere'))).toBe(null);
  });
});

describe('the runs of a folder', () => {
  test('are its directories with a run.json, the oldest first', () => {
    const root = folder();
    for (const [name, year] of [
      ['late', 2022],
      ['early', 2021],
    ] as const) {
      const record = startRun(join(root, name), identity);
      writeFileSync(
        join(root, name, 'run.json'),
        JSON.stringify({ ...record, started: `${year}-01-01T00:00:00.000Z` }),
      );
    }
    mkdirSync(join(root, 'other'));
    mkdirSync(join(root, 'broken'));
    writeFileSync(join(root, 'broken/run.json'), '{"run": "bro');
    writeFileSync(join(root, 'file'), '');
    expect(listRuns(root).map(({ path }) => path)).toEqual([join(root, 'early'), join(root, 'late')]);
    expect(listRuns(join(root, 'late')).map(({ record }) => record.run)).toEqual(['late']);
    expect(() => listRuns(join(root, 'nowhere'))).toThrow('INPUT_INVALID: the folder cannot be read');
  });

  test('are finished with a result, running while their process touches them, else stopped', async () => {
    const path = join(folder(), 'run');
    const record = startRun(path, identity);
    const child = spawn(process.execPath, ['-e', '0']);
    await new Promise((done) => child.on('close', done));
    expect(runStatus(path, record)).toBe('running');
    expect(runStatus(path, { ...record, pid: child.pid! })).toBe('stopped');
    expect(runStatus(path, { ...record, host: 'elsewhere' })).toBe('stopped');
    expect(runStatus(path, {}), 'by its files where its process is not known').toBe('running');
    utimesSync(join(path, 'run.json'), 1, 1);
    expect(runStatus(path, record)).toBe('stopped');
    expect(runStatus(path, {})).toBe('stopped');
    for (const name of ['trace.jsonl', 'trace.csv', 'trace.2.csv']) {
      writeFileSync(join(path, name), '');
      expect(runStatus(path, record)).toBe('running');
      utimesSync(join(path, name), 1, 1);
    }
    expect(runStatus(path, record)).toBe('stopped');
    writeFileSync(join(path, 'result.json'), '{}');
    expect(runStatus(path, record)).toBe('finished');
  });
});
