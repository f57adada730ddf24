import { closeSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 1 << 20;

/** How many bytes of a file are complete records; 0 where there is no file. */
export function wholeSize(path: string, whole: (bytes: Uint8Array) => number): number {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return 0;
  const file = openSync(path, 'r');
  try {
    let size = 0; // of the complete records
    let rest = Buffer.alloc(0);
    const chunk = Buffer.alloc(CHUNK);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = whole(rest);
      size += end;
      rest = rest.subarray(end);
    }
    return size;
  } finally {
    closeSync(file);
  }
}
