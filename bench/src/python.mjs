import { execFileSync } from 'node:child_process';

/** The numbers that a Python script of this folder prints, parted by spaces; null where no Python here can run it. */
export function numbersOf(script, ...args) {
  const path = new URL(script, import.meta.url).pathname;
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
      return execFileSync(python, [path, ...args.map(String)], options)
        .split(' ')
        .map(Number);
    } catch {
      continue;
    }
  }
  return null;
}
