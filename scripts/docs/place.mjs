// An empty folder in which a page is followed, as its reader would: the packages are installed, the sample scenarios lie in it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, root } from '../workspace.mjs';

const { main } = await built('cli');

export function makePlace() {
  const place = mkdtempSync(join(tmpdir(), 'cfc-docs-'));
  mkdirSync(join(place, 'node_modules/@cfc'), { recursive: true });
  for (const name of readdirSync(join(root, 'packages'))) {
    symlinkSync(join(root, 'packages', name), join(place, 'node_modules/@cfc', name), 'junction');
  }
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }\n');
  cpSync(join(root, 'examples/scenarios'), place, { recursive: true });
  cpSync(join(root, 'examples/scenarios'), join(place, 'examples/scenarios'), { recursive: true });
  cpSync(join(root, 'examples/dual-replay'), place, { recursive: true });
  return place;
}

/** Runs `cfc` with these arguments in a folder, in this process. */
export async function cfc(args, cwd) {
  const printed = { stdout: '', stderr: '' };
  const sink = (name) => ({ write: (text) => (printed[name] += text) });
  const interruptible = () => new globalThis.AbortController().signal;
  const code = await main(args, { stdout: sink('stdout'), stderr: sink('stderr'), cwd, interruptible });
  return { code, printed: printed.stdout + printed.stderr };
}

/** Runs a file of a folder; two minutes are enough for any example. */
export function node(file, cwd) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [file], { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
    const printed = { out: '', err: '' };
    child.stdout.on('data', (text) => (printed.out += text));
    child.stderr.on('data', (text) => (printed.err += text));
    child.on('close', (code, signal) => done({ code: signal ?? code, ...printed }));
  });
}
