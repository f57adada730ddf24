// A command of `cfc`, run on a file; beside it lies a module that no input may reach without naming its path.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../workspace.mjs';
import { scratchFolder, writer } from './scratch.mjs';

/**
 * @param {string} name the file, which a command reads
 * @returns {Promise<(text: string) => Promise<void>>} throws a CfcError where the command told one line with a code, for that was meant to be told
 */
export async function command(name, ...words) {
  const { main } = await built('cli');
  const { CfcError } = await built('core');
  const folder = scratchFolder();
  const cwd = join(folder, 'here');
  mkdirSync(cwd);
  writeFileSync(join(folder, 'away.mjs'), 'globalThis.reached = true;');
  const file = join(cwd, name);
  const write = writer(file);
  let told = '';
  const io = {
    stdout: { write() {} },
    stderr: { write: (more) => void (told += more) },
    cwd,
    interruptible: () => new globalThis.AbortController().signal,
  };
  return async (text) => {
    write(text.replaceAll('@here@', folder));
    told = '';
    const code = await main([...words, file], io);
    const { reached } = globalThis;
    delete globalThis.reached;
    if (reached && !/["']\.\.?\//.test(text)) throw new Error('a module was loaded that the file does not name');
    if (code === 0) return;
    if (/^[A-Z_]+: .*\n$/.test(told)) throw new CfcError('INPUT_INVALID', told);
    throw Object.assign(new Error(told.split('\n')[0]), { stack: told });
  };
}
