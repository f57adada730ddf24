import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf } from '../src/names.js';

describe('names', () => {
  test.each([
    ['cfc-plugin-mine', undefined, 'Mine', 'mine', 'mine'],
    ['@you/cfc-plugin-mine', undefined, 'Mine', 'mine', 'mine'],
    ['cfc-plugin-energy-well.2', undefined, 'EnergyWell2', 'energyWell2', 'energy-well-2'],
    ['cfc-plugin-3d', 'Solid', 'Solid', 'solid', 'solid'],
    ['cfc-plugin-mine', 'EnergyWell', 'EnergyWell', 'energyWell', 'energy-well'],
    ['cfc-plugin-mine', 'EnergyWellModule', 'EnergyWell', 'energyWell', 'energy-well'],
    ['cfc-plugin-mine', 'well', 'Well', 'well', 'well'],
    ['cfc-plugin-mine', 'XY3Lattice', 'XY3Lattice', 'xY3Lattice', 'xy3-lattice'],
    ['cfc-plugin-mine', 'Module', 'Module', 'module', 'module'],
  ] as const)('%s with the module %s', (name, module, pascal, camel, kebab) => {
    const folder = name.replace('@you/', '');
    expect(namesOf(name, module)).toEqual({ package: name, folder, pascal, camel, kebab });
  });

  test.each([
    '',
    'mine',
    'cfc-plugin',
    'cfc-plugin-',
    'cfc-plugin-Mine',
    'cfc-plugin-mine-',
    'cfc-plugin-my mine',
    'cfc-plugin-../../etc',
    'cfc-plugin-mine/more',
    'you/cfc-plugin-mine',
    '@/cfc-plugin-mine',
    '@you/mine',
    `cfc-plugin-${'m'.repeat(214)}`,
  ])('"%s" is refused', (name) => {
    expect(() => namesOf(name)).toThrow(/ is not a name for a plugin\. Take cfc-plugin-mine or /);
  });

  test('a name of which no identifier can be made asks for one', () => {
    expect(() => namesOf('cfc-plugin-3d')).toThrow('no module can be called "3dModule". Say what to call it: --module');
  });

  test.each(['', '3d', 'my well', 'well;', 'a.b'])('the module "%s" is refused', (module) => {
    expect(() => namesOf('cfc-plugin-mine', module)).toThrow(' is not a name for a module. Take letters and digits');
  });

  test('whatever is given, what comes back are identifiers and a name of a file', () => {
    const part = fc.stringMatching(/^[a-z0-9._-]{1,20}$/);
    fc.assert(
      fc.property(part, (rest) => {
        try {
          const { pascal, camel, kebab } = namesOf(`cfc-plugin-${rest}`);
          expect(pascal).toMatch(/^[A-Z][A-Za-z0-9]*$/);
          expect(camel).toMatch(/^[a-z][A-Za-z0-9]*$/);
          expect(kebab).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        } catch (error) {
          expect((error as Error).name).toBe('Refused');
        }
      }),
      { seed: 1 },
    );
  });
});
