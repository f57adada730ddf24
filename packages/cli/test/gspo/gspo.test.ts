import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildScenario, corePlugin, createRegistry, relax } from '@cfc/core';
import { gspoPlugin, readWeightPolicy } from '@cfc/gspo';
import { gatingPlugin } from '@cfc/modules-gating';
import { sequencePlugin } from '@cfc/modules-sequence';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pairedInterval } from '../../src/gspo/paired-interval.js';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';

const small = ['--families', 'ring', 'grid', '--sizes', '10', '--seeds', '2', '--steps', '12'];
const train = (cwd: string, ...more: string[]) => cfc(['gspo', 'train', ...small, ...more], cwd);
const textOf = (...path: string[]): string => readFileSync(join(...path), 'utf8');

const row = z.strictObject({
  update: z.int(),
  reward: z.number(),
  rewardDeviation: z.number(),
  flatGroups: z.number(),
  loss: z.number(),
  ratio: z.number(),
  clipFraction: z.number(),
  kl: z.number(),
  entropy: z.number(),
  gradientNorm: z.number(),
});

describe('cfc gspo train', () => {
  test('--json prints exactly one document: what was relaxed, the policy, a row for each update', async () => {
    const { code, stdout, stderr } = await train(folder(), '--updates', '3', '--hidden', '4', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const shape = z.strictObject({
      cases: z.array(z.string()),
      spec: z.object({ hidden: z.int(), terms: z.array(z.string()) }),
      updates: z.array(row),
    });
    const { cases, spec, updates } = shape.parse(JSON.parse(stdout));
    expect(cases).toEqual(['ring 10 seed 0', 'ring 10 seed 1', 'grid 10 seed 0', 'grid 10 seed 1']);
    expect(spec.hidden).toBe(4);
    expect(spec.terms).toHaveLength(4);
    expect(updates.map(({ update }) => update)).toEqual([1, 2, 3]);
  });

  test('with --out it writes the policy, a checkpoint and a table of rows', async () => {
    const cwd = folder();
    const { code, stdout } = await train(cwd, '--updates', '2', '--out', 'learnt');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^4 relaxations, 2 updates: reward -?\d\.\d{3} in the first 1 update, /);
    expect(readWeightPolicy(textOf(cwd, 'learnt', 'policy.json')).spec.terms).toHaveLength(4);
    expect(textOf(cwd, 'learnt', 'updates.jsonl').trimEnd().split('\n')).toHaveLength(2);
  });

  test('a training that is interrupted and resumed ends with the same bits', async () => {
    const cwd = folder();
    const flags = ['--updates', '6', '--hidden', '4', '--out', 'learnt'];
    const begun = await cfc(['gspo', 'train', ...small, ...flags], cwd, interruptedAfter(3));
    expect([begun.code, begun.stderr]).toEqual([
      130,
      'interrupted after update 3. Go on with the same command and --resume.\n',
    ]);
    expect((await train(cwd, ...flags, '--resume')).code).toBe(0);
    await train(cwd, ...flags.slice(0, -1), 'whole');
    for (const file of ['policy.json', 'updates.jsonl', 'checkpoint.json']) {
      expect(textOf(cwd, 'learnt', file), file).toBe(textOf(cwd, 'whole', file));
    }
  });

  test('a scenario comes back with the policy as its adapter, ready to be run', async () => {
    const cwd = folder();
    const file = join(examples, 'quickstart.yaml');
    const { code } = await cfc(['gspo', 'train', file, '--updates', '2', '--out', '.'], cwd);
    expect(code).toBe(0);
    const tree = JSON.parse(textOf(cwd, 'quickstart.gspo.json')) as object;
    const registry = createRegistry([corePlugin, sequencePlugin, gatingPlugin, gspoPlugin]);
    const { system, eta0, plan } = buildScenario(registry, tree);
    expect(plan.adapter).toBeDefined();
    const { adapter: _, ...own } = plan;
    expect(relax(system, eta0, plan).unitEnergy).toBeCloseTo(relax(system, eta0, own).unitEnergy, 8);
  });

  test.each([
    [[], 'there is nothing to relax (at cfc gspo). Give scenario files, or --families'],
    [['--families', 'rong'], '"rong" is none of its values (at --families). Did you mean "ring"?'],
    [['--families', 'ring', '--sizes', '3'], '"3" is not a whole number from 6 to 100000'],
    [['--families', 'ring', '--updates', '0'], '"0" is not a whole number of at least 1 (at --updates)'],
    [['--families', 'ring', '--resume'], 'there is no folder to resume from (at --resume)'],
    [['--families', 'ring', '--resume', '--out', 'nowhere'], 'there is no training to resume'],
    [['missing.yaml'], 'no such file'],
    [['a/one.yaml', 'b/one.yaml', '--out', 'nowhere'], 'two scenarios would be written to one.gspo.json (at --out)'],
  ])('%s: one error, exit code 2, nothing written', async (flags, message) => {
    const cwd = folder();
    const { code, stdout, stderr } = await cfc(['gspo', 'train', ...flags], cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(existsSync(join(cwd, 'nowhere'))).toBe(false);
  });

  test('a folder that holds a training is not written over, and goes on only with the same flags', async () => {
    const cwd = folder();
    await train(cwd, '--updates', '1', '--out', 'learnt');
    const again = await train(cwd, '--updates', '2', '--out', 'learnt');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('the folder holds a training already')]);
    const other = await train(cwd, '--updates', '2', '--seed', '7', '--out', 'learnt', '--resume');
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('it belongs to other scenarios or flags')]);
    const more = await train(cwd, '--updates', '2', '--out', 'learnt', '--resume');
    expect([more.code, textOf(cwd, 'learnt', 'updates.jsonl').trimEnd().split('\n').length]).toEqual([0, 2]);
  });

  test('a file in the place of the folder is told before anything is learnt', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'taken'), 'mine');
    const { code, stdout, stderr } = await train(cwd, '--updates', '1000000', '--out', 'taken');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/INPUT_INVALID: the folder cannot be used: .* \(at --out\)/);
    expect(textOf(cwd, 'taken')).toBe('mine');
  });
});

describe('cfc gspo evaluate', () => {
  test('learnt weights stand beside none and GradNorm, group by group and all together', async () => {
    const cwd = folder();
    await train(cwd, '--updates', '25', '--out', 'learnt');
    const flags = ['--families', 'star', 'erdos-renyi', '--sizes', '12', '--seeds', '5', '--first-seed', '90'];
    const evaluate = (...more: string[]) => cfc(['gspo', 'evaluate', 'learnt/policy.json', ...flags, ...more], cwd);
    const { code, stdout, stderr } = await evaluate('--json');
    expect([code, stderr]).toEqual([0, '']);
    const { rows } = JSON.parse(stdout) as {
      rows: { group: string; cases: number; steps90: Record<string, number>; saved: { none: { mean: number } } }[];
    };
    expect(rows.map(({ group, cases }) => [group, cases])).toEqual([
      ['star 12', 5],
      ['erdos-renyi 12', 5],
      ['all', 10],
    ]);
    for (const { steps90, saved } of rows) {
      expect(Object.keys(steps90)).toEqual(['none', 'gradnorm', 'blind', 'gspo']);
      expect(saved.none.mean).toBeCloseTo(steps90['none']! - steps90['gspo']!, 12);
    }
    const told = (await evaluate()).stdout;
    expect(told).toContain('mean steps to nine tenths of the unit-weight drop');
    expect(told).toMatch(/^star 12 +5 /m);
  });

  test.each([
    [['no.json', '--families', 'ring'], 'the file cannot be read (at no.json)'],
    [['x.json', '--families', 'ring'], 'not a policy of weights (at x.json)'],
  ])('%s: one error and exit code 2', async (argv, message) => {
    const { code, stderr } = await cfc(['gspo', 'evaluate', ...argv], folder({ 'x.json': '{}' }));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test.each([
  [[], 'no command is named (at cfc gspo). Name one: train, evaluate.'],
  [['trian'], 'no command "trian" (at cfc gspo). Did you mean "train"?'],
])('cfc gspo %s: an error that names the commands', async (argv, message) => {
  const { code, stderr } = await cfc(['gspo', ...argv], folder());
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('the interval of paired differences holds their mean, and is infinite for one pair', () => {
  const { mean, low, high } = pairedInterval([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(mean).toBe(4.5);
  // Student's interval of these is 4.5 ± 2.05; the bootstrap's is a little narrower.
  expect(low).toBeGreaterThan(2.4);
  expect(low).toBeLessThan(3.5);
  expect(high - mean).toBeCloseTo(mean - low, 0);
  expect(pairedInterval([3])).toEqual({ mean: 3, low: -Infinity, high: Infinity });
  expect(pairedInterval([2, 2, 2])).toEqual({ mean: 2, low: 2, high: 2 });
});
