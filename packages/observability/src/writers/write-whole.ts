import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** Writes a file and sees it on the disk. */
export function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
