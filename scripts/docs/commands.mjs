// Command lines of the documentation: `cfc` is run, scripts of the workspace have to exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { built, root } from '../workspace.mjs';

const { program } = await built('cli');
const tree = program({ stdout: process.stdout, stderr: process.stderr, cwd: root, interruptible: () => undefined });

/** The lines of a block, without comments; a line that ends with \ goes on. */
export const commandLines = (code) =>
  code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '');

/** The words of a line, without quotes. */
const words = (line) => (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll(/^["']|["']$/g, ''));

/** The arguments of `cfc`, or undefined where it is another program. */
export function argumentsOf(line) {
  const [, rest] = /^(?:npx cfc|cfc|npm run cfc --) (.*)$/.exec(line) ?? [];
  return rest === undefined ? undefined : words(rest);
}

/** What is wrong with the names of commands and flags of a line, if anything. */
export function faultOfFlags(args) {
  let command = tree;
  let k = 0;
  for (let next; (next = command.commands.find((one) => one.name() === args[k])); k++) command = next;
  if (k === 0) return `no command ${args[0]}`;
  const flags = new Set(command.options.flatMap(({ long, short }) => [long, short]));
  const unknown = args.slice(k).filter((word) => word.startsWith('--') && !flags.has(word.split('=')[0]));
  return unknown.length === 0 ? undefined : `cfc ${args.slice(0, k).join(' ')} has no ${unknown.join(', ')}`;
}

const scriptsOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts ?? {};
const folders = ['packages', 'examples', '.'].flatMap((group) =>
  group === '.' ? ['bench'] : readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);

/** What is wrong with a line that is another program's; it is not run here, but what it names has to exist. */
export function faultOfOther(line) {
  const [program_, ...rest] = words(line);
  if (program_ === 'node') return existsSync(join(root, rest[0])) ? undefined : `no file ${rest[0]}`;
  if (program_ === 'npm') {
    const name = rest[0] === 'run' ? rest[1] : rest[0];
    return name in scriptsOf('.') ? undefined : `no script ${name} at the root`;
  }
  if (program_ !== 'npx' || rest[0] !== 'pnpm') return 'nobody knows how to check this line';
  const at = rest.indexOf('--filter');
  if (at === -1) return rest[1] in scriptsOf('.') ? undefined : `no script ${rest[1]} at the root`;
  if (rest[at + 1].startsWith('./')) return undefined; // pnpm's own command over folders
  const folder = folders.find((one) => one.endsWith(`/${rest[at + 1]}`));
  const script = rest[at + 2];
  return folder !== undefined && script in scriptsOf(folder) ? undefined : `${rest[at + 1]} has no script ${script}`;
}
