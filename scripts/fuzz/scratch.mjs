// Files that are written anew for each input.
import { ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that goes when the thread ends. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cfc-fuzz-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A file that is written in place: to cut a file to nothing and fill it again makes file systems wait for the disk, here for up to 100 ms.
 *
 * @returns {(text: string) => void}
 */
export function writer(file) {
  const handle = openSync(file, 'w+');
  return (text) => {
    const bytes = Buffer.from(text);
    writeSync(handle, bytes, 0, bytes.length, 0);
    ftruncateSync(handle, bytes.length);
  };
}
