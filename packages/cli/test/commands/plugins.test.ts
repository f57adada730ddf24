import { existsSync, readFileSync } from 'node:fs';
import { corePlugin } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bundled } from '../../src/plugins/bundled.js';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { packageFiles, pluginText } from '../helpers/third-party.js';

const option = z.strictObject({
  name: z.string(),
  type: z.string(),
  needed: z.boolean(),
  default: z.unknown(),
  range: z.record(z.string(), z.number()),
  choices: z.array(z.string()).optional(),
  slot: z.string().optional(),
  meaning: z.string(),
});
const piece = z.strictObject({ slot: z.string(), name: z.string(), meaning: z.string(), options: z.array(option) });
const shape = z.strictObject({
  plugins: z.array(z.strictObject({ name: z.string(), version: z.string(), pieces: z.array(piece) })),
});

const plugins = (cwd: string, ...more: string[]) => cfc(['plugins', ...more], cwd);
const third = () => folder(packageFiles('cfc-plugin-well', pluginText({})));

describe('cfc plugins', () => {
  test('lists the core and what comes with the command, slot by slot', async () => {
    const { code, stdout } = await plugins(folder());
    expect(code).toBe(0);
    for (const { name, meaning } of corePlugin.provides) {
      expect(stdout).toMatch(new RegExp(`  ${name} +`));
      expect(stdout).toContain(meaning);
    }
    expect(stdout).toMatch(/^@cfc\/core \d+\.\d+\.\d+\n {2}slot +piece +meaning\n/);
    expect(stdout).toContain('SequenceConsistencyModule');
    expect(stdout).toContain('EnergyGatingModule');
  });

  test('--json prints exactly one document', async () => {
    const { stdout } = await plugins(folder(), '--json');
    const document = shape.parse(JSON.parse(stdout));
    expect(document.plugins.map(({ name }) => name)).toEqual(['@cfc/core', ...bundled.keys()]);
    const descent = document.plugins[0]!.pieces.find(({ name }) => name === 'Descent')!;
    expect(descent.options[0]).toMatchObject({
      name: 'search',
      type: 'piece',
      slot: 'search',
      default: 'Backtracking',
    });
  });

  test('--plugin adds packages; one that is there already is not loaded twice', async () => {
    const { code, stdout } = await plugins(third(), '--plugin', 'cfc-plugin-well', '@cfc/core', '@cfc/modules-gating');
    expect(code).toBe(0);
    expect(stdout).toContain('cfc-plugin-well 0.1.0');
    expect(stdout.match(/EnergyGatingModule/g)).toHaveLength(1);
  });

  test('the name of a piece shows the table of its options', async () => {
    const { stdout } = await plugins(folder(), 'Backtracking');
    expect(stdout).toMatch(/^Backtracking \(search, @cfc\/core\): /);
    expect(stdout).toMatch(/option +type +default +range +meaning\n/);
    expect(stdout).toMatch(/initial +number +0\.05 +\(0, ∞\) +first step length\n/);
    expect(stdout).toMatch(/shrink +number +0\.5 +\(0, 1\) /);
    expect((await plugins(folder(), 'Normalise')).stdout).toContain('It has no options.');
    expect((await plugins(folder(), 'CapCouplings')).stdout).toMatch(/target +number +needed +\(0, ∞\) /);
    expect((await plugins(folder(), 'Descent')).stdout).toMatch(/geometry +choice +box +box \| logit /);
  });

  test('--json with the name of a piece prints that piece', async () => {
    const { stdout } = await plugins(folder(), 'Ramp', '--json');
    expect(piece.extend({ plugin: z.string() }).parse(JSON.parse(stdout))).toMatchObject({
      plugin: '@cfc/core',
      name: 'Ramp',
    });
  });

  test('an unknown piece is an error', async () => {
    const { code, stderr } = await plugins(folder(), 'Ascent');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^NAME_UNKNOWN: no piece "Ascent" \(at cfc plugins\)\. Did you mean "Descent"\? .*\n$/);
  });

  test('what comes with the command is what its package depends on', () => {
    const head = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const hasPlugin = (name: string) =>
      existsSync(new URL(`../../../${name.replace('@cfc/', '')}/src/plugin.ts`, import.meta.url));
    const own = Object.keys(head.dependencies).filter((name) => name !== '@cfc/core' && hasPlugin(name));
    expect([...bundled.keys()].sort()).toEqual(own.sort());
  });
});
