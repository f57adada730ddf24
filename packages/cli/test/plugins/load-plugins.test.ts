import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { packageFiles, pluginText, wellScenario } from '../helpers/third-party.js';

const well = 'cfc-plugin-well';
const under = (path: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [join(path, name), text]));

/** The first line that people read: it names the plugins and their versions. */
const heading = async (file: string, cwd: string) => {
  const { code, stdout, stderr } = await cfc(['run', file], cwd);
  expect([code, stderr]).toEqual([0, '']);
  return stdout.split('\n')[0];
};

describe('a plugin is found', () => {
  test("from the scenario's folder, wherever the command is called", async () => {
    const place = folder({ 'well.yaml': wellScenario(well), ...packageFiles(well, pluginText({})) });
    expect(await heading(join(place, 'well.yaml'), folder())).toContain('cfc-plugin-well 0.1.0');
  });

  test('in a folder above it', async () => {
    const place = folder({ 'a/b/well.yaml': wellScenario(well), ...packageFiles(well, pluginText({})) });
    expect(await heading(join(place, 'a/b/well.yaml'), folder())).toContain('cfc-plugin-well 0.1.0');
  });

  test('from the current folder, where the scenario has none beside it', async () => {
    const scenario = join(folder({ 'well.yaml': wellScenario(well) }), 'well.yaml');
    expect(await heading(scenario, folder(packageFiles(well, pluginText({}))))).toContain('cfc-plugin-well 0.1.0');
  });

  test("in the scenario's folder before the current one", async () => {
    const cwd = folder({
      'in/well.yaml': wellScenario(well),
      ...under('in', packageFiles(well, pluginText({}).replace('0.1.0', '9.0.0'))),
      ...packageFiles(well, pluginText({})),
    });
    expect(await heading('in/well.yaml', cwd)).toContain('cfc-plugin-well 9.0.0');
  });

  test('there before the one that comes with the command', async () => {
    const name = '@cfc/modules-gating';
    const own = pluginText({ name }).replace('0.1.0', '9.0.0');
    const cwd = folder({ 'well.yaml': wellScenario(name), ...packageFiles(name, own) });
    expect(await heading('well.yaml', cwd)).toContain('@cfc/modules-gating 9.0.0');
  });

  test('by a path that starts at the scenario', async () => {
    const cwd = folder({ 'in/well.yaml': wellScenario('./well.mjs'), 'in/well.mjs': pluginText({}) });
    expect(await heading('in/well.yaml', cwd)).toContain('cfc-plugin-well 0.1.0');
  });

  test('twice in one package', async () => {
    const second = pluginText({ name: 'second', piece: 'OtherModule' });
    const text = `${pluginText({})}\nexport { plugin as second } from './second.js';`;
    const cwd = folder({
      'well.yaml': wellScenario(well),
      ...packageFiles(well, text),
      [`node_modules/${well}/second.js`]: second,
    });
    expect(await heading('well.yaml', cwd)).toContain('cfc-plugin-well 0.1.0, second 0.1.0');
  });
});
