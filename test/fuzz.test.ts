import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from '../scripts/fuzz/command.mjs';
import { fed } from '../scripts/fuzz/feed.mjs';
import { judge } from '../scripts/fuzz/judge.mjs';
import { mutator } from '../scripts/fuzz/mutate.mjs';
import { targets } from '../scripts/fuzz/targets.mjs';
import { root } from '../scripts/workspace.mjs';

/* Whether fuzzing can fail, and whether it says the same each time. It feeds the built packages. */

interface Told {
  readonly kind: string;
  readonly text: string;
}

/** What is found in a reader of the fixture with a fixed number of inputs. */
async function found(name: string, cpu?: number) {
  const told: Told[] = [];
  const place = new URL('fixtures/fuzz-targets.mjs', import.meta.url).href;
  const tell = ({ kind }: { readonly kind: string }, text: string) => told.push({ kind, text });
  const done = await fed({ targets: place, name, seed: 1, inputs: 2000 }, tell, cpu);
  return { ...done, told };
}

describe('a fault is found', () => {
  test.each([
    ['pollutes', /^pollution$/, '__proto__'],
    ['replaces', /^pollution$/, ''],
    ['throws', /^TypeError /, ''],
    ['hangs', /^hang$/, ''],
    ['eats', /^ERR_WORKER_OUT_OF_MEMORY$/, ''],
  ])('in a reader that %s', async (name, kind, text) => {
    const { told, faults } = await found(name, name === 'hangs' ? 1500 : undefined);
    expect(faults).toBeGreaterThan(0);
    expect(told[0]?.kind).toMatch(kind);
    expect(told[0]?.text).toContain(text);
  });

  test('and none in a sound one, which is fed the same inputs each time', async () => {
    const [one, other] = [await found('sound'), await found('sound')];
    expect(one).toMatchObject({ tried: 2001, faults: 0, told: [] });
    expect(one.digest).toMatch(/^[0-9a-f]{12}$/);
    expect(other).toEqual(one);
  });

  test('in what changes a prototype, which is put right again', async () => {
    const add = () => Object.assign(Object.prototype, { polluted: 1 });
    expect(await judge(add, '')).toEqual({ kind: 'pollution', told: 'it changed Object.prototype.polluted' });
    expect({}).not.toHaveProperty('polluted');
    const at = Array.prototype.at;
    const take = () => Reflect.deleteProperty(Array.prototype, 'at');
    expect(await judge(take, '')).toEqual({ kind: 'pollution', told: 'it changed Array.prototype.at' });
    expect(Array.prototype.at).toBe(at);
    expect(await judge(() => undefined, '')).toBeNull();
  });

  test('in what takes more than a second, but where the machine may have no say', async () => {
    const busy = (): void => {
      const { user } = process.cpuUsage();
      while (process.cpuUsage().user - user < 1_100_000);
    };
    expect(await judge(busy, '')).toMatchObject({ kind: 'slow' });
    expect(await judge(busy, '', false)).toBeNull();
  });

  test('in a command that loads a module which its file does not name', async () => {
    const read = await command('s.json', 'evaluate');
    const text = '{"cfc":1,"modules":{"a":{"use":"LandauModule","start":1}}}';
    expect(await judge(read, text)).toBeNull();
    Object.assign(globalThis, { reached: true }); // what the module beside the file does when it is loaded
    expect(await judge(read, text)).toMatchObject({ told: expect.stringContaining('a module was loaded') as string });
    expect(await judge(read, text)).toBeNull();
  });
});

test('texts are made of the seed and the corpus alone', () => {
  const corpus = ['{"use":"x","with":{"a":1}}', 'a,b\n1,2\n'];
  const drawn = (seed: number) => {
    const make = mutator(seed, corpus);
    return Array.from({ length: 200 }, (_, k) => make(corpus[k % 2]!, corpus[(k + 1) % 2]!));
  };
  expect(drawn(3)).toEqual(drawn(3));
  expect(new Set(drawn(3)).size).toBeGreaterThan(150);
  expect(drawn(4)).not.toEqual(drawn(3));
});

test('what was found before is read or refused', async () => {
  const folder = join(root, 'scripts/fuzz/findings');
  for (const file of readdirSync(folder)) {
    const name = file.slice(file.lastIndexOf('.') + 1) as keyof typeof targets;
    expect(Object.keys(targets), file).toContain(name);
    const { read } = await targets[name]!();
    expect(await judge(read, readFileSync(join(folder, file), 'utf8'), false), file).toBeNull();
  }
});

test('two runs of a fixed number of inputs say the same', () => {
  const run = () => {
    const script = join(root, 'scripts/fuzz.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, '--inputs', '100', 'scenario', 'tree'], {
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const one = run();
  expect(one.status).toBe(0);
  expect(one.stdout).toMatch(/2 readers, seed 0, \d+ inputs \([0-9a-f]{12}\): all read, or refused with a CfcError\n$/);
  expect(run()).toEqual(one);
});
