import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/index.js';

/** An empty folder with a space in its path, removed after the test. */
export function folder(): string {
  const place = mkdtempSync(join(tmpdir(), 'cfc create '));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

/** Runs a command line in this process; what it printed and returned. */
export function create(argv: readonly string[], cwd: string): { code: number; stdout: string; stderr: string } {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const code = main(argv, { stdout: sink('stdout'), stderr: sink('stderr'), cwd });
  return { code, ...printed };
}
