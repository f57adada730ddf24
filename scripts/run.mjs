// Runs a program beside this one, without standard input, so that a server in this process goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number | null, stdout: string, output: string }>} `output` holds both streams
 */
export async function run(command, args, options = {}) {
  const shell = process.platform === 'win32' && command !== process.execPath;
  const child = spawn(command, args, { shell, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, output] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
    output += text;
  });
  child.stderr.on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  return { code, stdout, output };
}

/** The same, but throws what was printed where the program fails; resolves to its standard output. */
export async function ran(command, args, options) {
  const { code, stdout, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}\n${output}`);
  return stdout;
}
