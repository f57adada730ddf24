import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';
import { packageFiles, pluginText, wellScenario } from '../helpers/third-party.js';

const byId = z.record(z.string(), z.number());
const shape = z.strictObject({
  energy: z.number(),
  unitEnergy: z.number(),
  gradient: byId,
  termNorms: byId,
  rowBounds: z.record(z.string(), z.number().nullable()),
});

async function evaluated(cwd: string, file: string) {
  const { code, stdout, stderr } = await cfc(['evaluate', file, '--json'], cwd);
  expect([code, stderr]).toEqual([0, '']);
  return shape.parse(JSON.parse(stdout));
}

describe('cfc evaluate', () => {
  test('--json prints exactly one document, at the etas that the inputs read', async () => {
    const document = await evaluated(examples, 'baseline.yaml');
    expect(document.energy).toBeCloseTo(0.21308696027825563, 14); // the reference
    expect(document.unitEnergy).toBe(document.energy);
    expect(Object.keys(document.gradient)).toEqual(['closed', 'open']);
    expect(Object.keys(document.termNorms)).toEqual([
      'local:EnergyGatingModule',
      'coup:QuadraticCoupling',
      'coup:GateBenefitCoupling',
    ]);
    expect(Object.keys(document.rowBounds)).toEqual(['closed', 'open']);
  });

  test("the scenario's own weights count in both energies", async () => {
    const heavy = '{ cfc: 1, modules: { m: { use: LandauModule, start: 0.5 } }, weights: { "local:LandauModule": 4 } }';
    const { energy, unitEnergy, gradient, termNorms, rowBounds } = await evaluated(
      folder({ 'heavy.yaml': heavy }),
      'heavy.yaml',
    );
    expect(energy).toBe(4 * (0.25 + 0.0625));
    expect(unitEnergy).toBe(energy);
    expect(gradient).toEqual({ m: 4 * (1 + 0.5) });
    expect(termNorms).toEqual({ 'local:LandauModule': 6 });
    expect(rowBounds).toEqual({ m: 4 * (2 + 12) });
  });

  test('a row without a known bound is null', async () => {
    const flat = pluginText({ family: '{ curvature: undefined }' });
    const cwd = folder({ 'well.yaml': wellScenario('cfc-plugin-well'), ...packageFiles('cfc-plugin-well', flat) });
    expect((await evaluated(cwd, 'well.yaml')).rowBounds).toEqual({ well: null });
  });

  test('people get tables', async () => {
    const { code, stdout } = await cfc(['evaluate', 'baseline.yaml'], examples);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^baseline\.yaml: 2 modules, 2 couplings; plugins @cfc\/core/);
    expect(stdout).toMatch(/term +count +weight +energy +gradient norm\n/);
    expect(stdout).toContain("Energy: 0.213087, under the scenario's own weights.");
  });
});
