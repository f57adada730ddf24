import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '../../src/doctor/contract.js';
import { cores } from '../../src/doctor/cores.js';
import { engineFindings } from '../../src/doctor/engine.js';
import { findingsText } from '../../src/doctor/findings-text.js';
import { manifestOf } from '../../src/doctor/manifest.js';
import { nodeVersion } from '../../src/doctor/node-version.js';
import { optionalPackages } from '../../src/doctor/optional-packages.js';
import { folder } from '../helpers/folder.js';
import { installed } from '../helpers/packages.js';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the README shows what a project with an old plugin and without Redis is told', () => {
  const cwd = folder(installed({ name: '@cfc/core', version: '1.0.0' }));
  const plugin = (name: string, api: number) => {
    const told = { name, version: '1.2.0', api, provides: ['WellModule'] };
    return contract({ name, url: null, installed: null, probed: { plugins: [told] } });
  };
  const jobs = { folder: cwd, manifest: manifestOf(textOf('../../../jobs/package.json')) };
  const findings = [
    nodeVersion('20.20.2', '>=20.19'),
    ...engineFindings({ kernels: true, simd: true, shared: true, processors: 8, heap: 2 ** 32, memory: 2 ** 34 }),
    cores([{ who: 'this project', folder: cwd }], cwd),
    ...plugin('cfc-plugin-share', 1),
    ...plugin('cfc-plugin-old', 2),
    ...optionalPackages([jobs]),
  ];
  const readme = textOf('../../README.md').split('\n## cfc doctor\n')[1]!;
  const notes = findings.filter(({ level }) => level === 'note').length;
  expect(readme.split('```text\n')[1]!.split('```')[0]).toBe(
    `${findingsText({ ok: false, problems: 1, notes, findings })}\n`,
  );
});
