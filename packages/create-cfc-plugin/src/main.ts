import { parseArgs } from 'node:util';
import { gitAuthor } from './git-author.js';
import { namesOf } from './names.js';
import { Refused } from './refused.js';
import { filesOf } from './template.js';
import { writeFiles } from './write-files.js';

/** Where the command works and prints; injected, so that tests need no process. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** The folder that relative paths start from. */
  readonly cwd: string;
}

const usage = `Usage: npm create cfc-plugin <name> [folder] -- [--module Name]

Makes a package with a module and a coupling for @cfc/core, in TypeScript, with tests.

  name           cfc-plugin-mine or @you/cfc-plugin-mine
  folder         where to; empty, or not there yet (the name without its scope)
  --module Name  what the module and the coupling are called (made of the name)
  --help         this text
`;

/**
 * Runs one command line: makes a plugin. Asks nothing, installs nothing.
 *
 * @param argv the arguments after the command's name
 * @returns the exit code: 0 done, 2 a bad input, told in one line
 */
export function main(argv: readonly string[], io: Io): number {
  try {
    const { name, folder: target, module, help } = read(argv);
    if (help || name === undefined) {
      (help ? io.stdout : io.stderr).write(usage);
      return help ? 0 : 2;
    }
    const names = namesOf(name, module);
    const folder = target ?? names.folder;
    const files = filesOf(names, gitAuthor(io.cwd));
    writeFiles(io.cwd, folder, files);
    io.stdout.write(`${names.package}: ${files.size} files in ${folder}. Next:\n\n${next(folder)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function read(argv: readonly string[]) {
  const options = { module: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [name, folder, more] = positionals;
    if (more !== undefined) throw new Error(`"${more}" is one argument too many`);
    return { name, folder, ...values };
  } catch (error) {
    throw new Refused((error as Error).message.split('. ')[0]!, 'See --help.');
  }
}

const next = (folder: string): string =>
  [`cd ${/\s/.test(folder) ? JSON.stringify(folder) : folder}`, 'npm install', 'npm test', 'npm run demo']
    .map((line) => `  ${line}\n`)
    .join('');
