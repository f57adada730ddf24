import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnOf } from '@cfc/observability';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';
import { packageFiles, pluginText, wellScenario } from '../helpers/third-party.js';

const byName = z.record(z.string(), z.number());
const row = z
  .object({
    step: z.int(),
    accepted: z.boolean(),
    energy: z.number(),
    unitEnergy: z.number(),
    change: z.number(),
    reason: z.string().nullable(),
    warnings: z.string().nullable(),
  })
  .catchall(z.number().nullable());
const shape = z.strictObject({
  outcome: z.enum(['converged', 'stopped', 'refused']),
  reason: z.string().min(1),
  steps: z.int(),
  energy: z.number(),
  unitEnergy: z.number(),
  eta: byName,
  weights: byName,
  evaluations: z.strictObject({ energy: z.int(), gradient: z.int() }),
  trace: z.array(row),
});

async function documentOf(cwd: string, file: string) {
  const { code, stdout, stderr } = await cfc(['run', file, '--json'], cwd);
  expect([code, stderr]).toEqual([0, '']);
  return shape.parse(JSON.parse(stdout));
}

const magnets = (count: number): string => {
  const all = Array.from({ length: count }, (_, i) => `m${i}: { use: LandauModule, start: 0.5 }`);
  return `{ cfc: 1, modules: { ${all.join(', ')} } }`;
};

describe('cfc run', () => {
  test.each(readdirSync(examples))('the sample %s prints exactly one document with --json', async (file) => {
    const document = await documentOf(examples, file);
    expect(document.trace).toHaveLength(document.steps);
    expect(document.trace.map(({ step }) => step)).toEqual(document.trace.map((_, k) => k + 1));
    expect(document.trace.at(-1)?.unitEnergy).toBe(document.unitEnergy);
    expect(Object.keys(document.eta).length).toBeGreaterThan(0);
  });

  test('the baseline ends where the reference says', async () => {
    const { energy, unitEnergy, steps, outcome, reason } = await documentOf(examples, 'baseline.yaml');
    expect(energy).toBeCloseTo(-0.0003854903513545397, 12);
    expect({ unitEnergy, steps, outcome, reason }).toEqual({
      unitEnergy: energy,
      steps: 60,
      outcome: 'stopped',
      reason: '60 steps are done',
    });
  });

  test('unit-weight energy is the one under the own weights, whatever the schedule does', async () => {
    const { trace, weights } = await documentOf(examples, 'homotopy.yaml');
    expect(trace[0]!['weight:coup:QuadraticCoupling']).toBe(0);
    expect(trace[10]!['weight:coup:QuadraticCoupling']).toBeCloseTo(0.25, 12);
    expect(trace[10]!.unitEnergy).toBeGreaterThan(trace[10]!.energy);
    expect(weights).toMatchObject({ 'coup:QuadraticCoupling': 0.5, 'coup:DirectedHingeCoupling': 0.25 });
  });

  test('in the sample of a homotopy most steps are accepted, and without its noise nothing moves', async () => {
    const { outcome, steps, trace, unitEnergy } = await documentOf(examples, 'homotopy.yaml');
    expect(outcome).toBe('converged');
    expect(trace.filter(({ accepted }) => accepted).length).toBeGreaterThan(0.9 * steps);
    expect(unitEnergy).toBeLessThan(-0.2);
    const text = readFileSync(join(examples, 'homotopy.yaml'), 'utf8').replace(/\n +explore: .*/, '');
    const still = await documentOf(folder({ 's.yaml': text }), 's.yaml');
    expect(Object.values(still.eta)).toEqual([0, 0, 0, 0]);
  });

  test('people read what is run, tables of terms and etas, and how it ended', async () => {
    const { code, stdout, stderr } = await cfc(['run', 'quickstart.yaml'], examples);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('quickstart.yaml: 2 modules, 2 couplings; plugins @cfc/core');
    expect(stdout).toContain('Descent (Backtracking), guard Monotone, stop AnyOf (MaxSteps, GradientBelow), seed 7');
    expect(stdout).toMatch(/term +weight +at end +energy +at end +gradient norm +at end\n/);
    expect(stdout).toMatch(/module +η +at end\norder +0\.914063 +0\.892375\n/);
    expect(stdout).toMatch(/Converged after \d+ steps, \d+ accepted: the projected gradient is .*, at most 1e-9\.\n/);
    expect(stdout).toContain('Unit-weight energy: 0.106698 at the start, 0.062054 at the end.');
  });

  test('people see twenty etas at most', async () => {
    const cwd = folder({ 'few.yaml': magnets(20), 'many.yaml': magnets(21) });
    expect((await cfc(['run', 'few.yaml'], cwd)).stdout).not.toContain('…');
    const { stdout } = await cfc(['run', 'many.yaml'], cwd);
    expect(stdout).toMatch(/\nm19 .*\n…\n\n/);
    expect(stdout).not.toContain('m20');
  });

  test('people are told where the final weights are not the own ones', async () => {
    const ramp =
      'relax: { schedule: { use: Ramp, with: { start: 0.1, steps: 50 } }, stop: { use: MaxSteps, with: { steps: 3 } } }';
    const scenario = `cfc: 1
modules: { a: { use: LandauModule, start: 0.9 }, b: { use: LandauModule, start: 0.2 } }
couplings: [{ use: QuadraticCoupling, between: [a, b] }]
${ramp}`;
    const { stdout } = await cfc(['run', 'ramp.yaml'], folder({ 'ramp.yaml': scenario }));
    expect(stdout).toContain('Under the final weights, which make another function of it:');
  });

  test('warnings are counted on stderr', async () => {
    const plan = `method: { use: Descent, with: { limit: { use: StabilityLimit, with: { warnBelow: 10 } } } }`;
    const scenario = `{ cfc: 1, modules: { m: { use: LandauModule, start: 0.5 } }, relax: { ${plan} } }`;
    const { code, stdout, stderr } = await cfc(['run', 'w.yaml', '--json'], folder({ 'w.yaml': scenario }));
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\d+ warnings, the last at step \d+: the contraction margin .*\n$/);
    expect(shape.parse(JSON.parse(stdout)).trace[0]!.warnings).toContain('the contraction margin');
  });

  test('the columns of a trace are those that the documentation explains', async () => {
    const { trace } = await documentOf(examples, 'homotopy.yaml');
    const names = new Set(trace.flatMap((one) => Object.keys(one)));
    expect([...names].filter((name) => columnOf(name) === undefined)).toEqual([]);
    expect(names).toContain('grad_norm:coup:QuadraticCoupling');
  });

  test('--columns etas keeps every order parameter of every step', async () => {
    const { stdout } = await cfc(['run', 'ring.json', '--columns', 'etas', '--json'], examples);
    const { trace, eta } = shape.parse(JSON.parse(stdout));
    for (const [id, value] of Object.entries(eta)) expect(trace.at(-1)![`eta:${id}`]).toBe(value);
  });

  test('--columns, --temperature and --reference add what they say to every row', async () => {
    const cwd = folder();
    const scenario = join(examples, 'quickstart.yaml');
    await cfc(['run', scenario, '--out', 'end'], cwd);
    const flags = [
      '--columns',
      'bounds,precision',
      'polynomials',
      'gates',
      '--temperature',
      '0.1',
      '--reference',
      'end',
    ];
    const { code, stdout } = await cfc(['run', scenario, '--json', ...flags], cwd);
    expect(code).toBe(0);
    const { trace, eta } = shape.parse(JSON.parse(stdout));
    const last = trace.at(-1)!;
    expect([last['eta_min'], last['eta_max']]).toEqual([
      Math.min(...Object.values(eta)),
      Math.max(...Object.values(eta)),
    ]);
    expect(last).toMatchObject({ drift: 0, gates_decided: 1, gates_opened: eta['gate']! > 0.5 ? 1 : 0 });
    expect(last['hazard_mean']).toBeCloseTo(-Math.log(1 - eta['gate']!), 12);
    expect(last['free_energy']).toBeCloseTo(last['energy'] - 0.1 * (last['entropy'] as number), 12);
    for (const name of ['precision', 'precision_max', 'polynomial_correlation', 'alignment']) {
      expect(Number.isFinite(last[name])).toBe(true);
    }
    expect(Object.keys(last).filter((name) => columnOf(name) === undefined)).toEqual([]);
  });

  test.each([
    [['--columns', 'etass'], '"etass" is none of its values (at --columns). Did you mean "etas"?'],
    [['--columns', 'gates'], 'the scenario has no EnergyGatingModule (at --columns gates)'],
    [['--temperature', 'warm'], '"warm" is no temperature (at --temperature)'],
    [['--reference', 'nowhere'], 'its result.json cannot be read'],
  ])('%j is refused before the run', async (flags, message) => {
    const { code, stdout, stderr } = await cfc(['run', join(examples, 'ring.json'), ...flags], folder());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('--out writes the printed document, a line per step and the checkpoint', async () => {
    const cwd = folder();
    const { stdout } = await cfc(['run', join(examples, 'homotopy.yaml'), '--json', '--out', 'deep/out'], cwd);
    const out = join(cwd, 'deep/out');
    expect(readdirSync(out).sort()).toEqual(['result.json', 'run.json', 'state.json', 'trace.jsonl']);
    expect(readFileSync(join(out, 'result.json'), 'utf8')).toBe(stdout);
    const lines = readFileSync(join(out, 'trace.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(shape.parse(JSON.parse(stdout)).trace);
  });

  test('an interrupted run without --out exits 130 and prints no document', async () => {
    const { code, stdout, stderr } = await cfc(['run', 'baseline.yaml', '--json'], examples, interruptedAfter(5));
    expect([code, stdout, stderr]).toEqual([130, '', 'interrupted after step 5.\n']);
  });
});

describe('a family that fails during a run', () => {
  test.each([
    [
      'throws',
      '{ energy: (eta) => { if (eta < 0.3) throw new Error("too deep"); return eta * eta; } }',
      'threw "too deep"',
    ],
    ['returns NaN', '{ energy: (eta) => (eta < 0.3 ? NaN : eta * eta) }', 'is NaN'],
    ['returns NaN for a slope', '{ slope: (eta) => (eta < 0.3 ? NaN : 2 * eta) }', 'is NaN'],
  ])(
    '%s: one line that names the family and the module, exit code 1, and nothing written is lost',
    async (_, family, told) => {
      const text = pluginText({ family });
      const cwd = folder({ 'well.yaml': wellScenario('cfc-plugin-well'), ...packageFiles('cfc-plugin-well', text) });
      const { code, stdout, stderr } = await cfc(['run', 'well.yaml', '--json', '--out', 'out'], cwd);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^ENERGY_INVALID: (energy|slope) of "WellModule" .* \(at well\)\. .*\n$/);
      expect(stderr).toContain(told);
      const state = JSON.parse(readFileSync(join(cwd, 'out/state.json'), 'utf8')) as { state: { steps: number } };
      const lines = readFileSync(join(cwd, 'out/trace.jsonl'), 'utf8').trimEnd().split('\n');
      expect(state.state.steps).toBe(lines.length);
      expect(lines.length).toBeGreaterThan(1);
    },
  );
});
