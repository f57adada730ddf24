import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../src/template.js';
import { namesOf } from '../src/names.js';
import { create, folder } from './helpers/create.js';

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

describe('npm create cfc-plugin', () => {
  test('makes every file, and says what to do next', () => {
    const cwd = folder();
    const { code, stdout, stderr } = create(['@you/cfc-plugin-energy-well'], cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      '@you/cfc-plugin-energy-well: 18 files in cfc-plugin-energy-well. Next:\n\n' +
        '  cd cfc-plugin-energy-well\n  npm install\n  npm test\n  npm run demo\n',
    );
    expect(filesIn(join(cwd, 'cfc-plugin-energy-well'))).toEqual([
      '.changeset/config.json',
      '.changeset/first-release.md',
      '.github/workflows/ci.yml',
      '.gitignore',
      'LICENSE',
      'README.md',
      'package.json',
      'scenario.yaml',
      'scripts/sync-version.mjs',
      'src/energy-well-coupling.ts',
      'src/energy-well-module.ts',
      'src/index.ts',
      'src/plugin.ts',
      'test/energy-well-coupling.test.ts',
      'test/energy-well-module.test.ts',
      'test/plugin.test.ts',
      'tsconfig.build.json',
      'tsconfig.json',
    ]);
  });

  test('leaves no name of the template behind', () => {
    for (const [path, text] of filesOf(namesOf('@you/cfc-plugin-mine', 'EnergyWell'))) {
      expect(`${path}\n${text}`).not.toMatch(/specimen/i);
    }
  });

  test('names the package, its pieces and its author', () => {
    const files = filesOf(namesOf('@you/cfc-plugin-mine', 'Well'), 'A "B" C$& D', 2031);
    expect(JSON.parse(files.get('package.json')!)).toMatchObject({
      name: '@you/cfc-plugin-mine',
      keywords: ['cfc-plugin'],
      license: 'MIT',
      author: 'A "B" C$& D',
    });
    expect(files.get('LICENSE')).toContain('Copyright (c) 2031 A "B" C$& D\n');
    expect(files.get('src/plugin.ts')).toContain("name: '@you/cfc-plugin-mine'");
    expect(files.get('src/well-module.ts')).toContain("name: 'WellModule'");
    expect(files.get('scenario.yaml')).toContain("plugins: ['@you/cfc-plugin-mine']");
    expect(files.get('.changeset/first-release.md')).toContain("'@you/cfc-plugin-mine': minor");
  });

  test('leaves the author out where there is none', () => {
    const files = filesOf(namesOf('cfc-plugin-mine'));
    expect(JSON.parse(files.get('package.json')!)).not.toHaveProperty('author');
    expect(files.get('LICENSE')).toContain('Copyright (c) the authors of cfc-plugin-mine\n');
  });

  test('takes an empty folder, and one that holds a .git alone', () => {
    const cwd = folder();
    mkdirSync(join(cwd, '.git'));
    expect(create(['cfc-plugin-mine', '.'], cwd).code).toBe(0);
    expect(readFileSync(join(cwd, 'src/mine-module.ts'), 'utf8')).toContain('export const mineModule');
  });

  test('shows its help', () => {
    const { code, stdout, stderr } = create(['--help'], folder());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm create cfc-plugin <name>/);
    expect(create([], folder())).toEqual({ code: 2, stdout: '', stderr: stdout });
  });
});

describe('refused in one line, with nothing written:', () => {
  test.each([
    ['a name that is none', ['mine'], '"mine" is not a name for a plugin. '],
    ['an unknown flag', ['cfc-plugin-mine', '--js'], "Unknown option '--js'. See --help.\n"],
    ['a flag without its value', ['cfc-plugin-mine', '--module'], "Option '--module <value>' argument missing. See"],
    ['one argument too many', ['cfc-plugin-mine', 'a', 'b'], '"b" is one argument too many. See --help.\n'],
    ['a folder with something in it', ['cfc-plugin-mine', '.'], '. is not empty: it holds kept.txt. Name another'],
    ['a file for a folder', ['cfc-plugin-mine', 'kept.txt'], 'kept.txt is a file. Name another folder.\n'],
  ])('%s', (_, argv, told) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'kept.txt'), 'mine');
    const { code, stdout, stderr } = create(argv, cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^.+\n$/);
    expect(stderr).toContain(told);
    expect(filesIn(cwd)).toEqual(['kept.txt']);
  });
});
