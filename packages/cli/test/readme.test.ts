import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cfc } from './helpers/cfc.js';
import { examples } from './helpers/folder.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const samples = [...readme.matchAll(/^```console\n\$ cfc (.*)\n([^]*?)\n```$/gm)].map(
  ([, line, output]) => [line!, output!] as const,
);

/** Without what differs between machines and versions: times, versions, widths of columns, last digits. */
const settled = (text: string) =>
  text
    .trimEnd()
    .replace(/-?\d+\.\d{7,}/g, (digits) => Number(digits).toPrecision(6))
    .replace(/\d+\.\d$/gm, 'ms')
    .replace(/\d+\.\d+\.\d+/g, 'version')
    .replace(/ +/g, ' ');

test('the README shows every command', () => {
  const shown = new Set(samples.map(([line]) => line.split(' ')[0]));
  expect([...shown]).toEqual(['run', 'evaluate', 'bench', 'plugins']);
});

test.each(samples)('what the README says of cfc %s is what it prints', async (line, output) => {
  const { stdout, stderr } = await cfc(line.split(' '), examples);
  const printed = settled(stdout + stderr);
  const [head, tail] = settled(output).split('\n...');
  expect(printed.slice(0, head!.length)).toBe(head);
  if (tail === undefined) expect(printed).toBe(head);
  else expect(printed.slice(printed.length - tail.length)).toBe(tail);
});

test('the scenario in the README is the sample', () => {
  expect(readme).toContain(readFileSync(join(examples, 'quickstart.yaml'), 'utf8').trimEnd());
});
