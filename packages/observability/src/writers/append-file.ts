import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { writing } from './write-failed.js';

/** How many characters are held back before they are written without being asked. */
const BUFFER = 1 << 20;

/** A text file that is only ever appended to. */
export interface AppendFile {
  readonly path: string;
  append(text: string): void;
  /** Brings everything to the disk. */
  flush(): void;
  /** Flushes first; the file is let go of even where that fails. */
  close(): void;
}

/** Opens a file at its end, made if need be; what lies behind byte `size` goes. Throws `WRITE_FAILED`. */
export function openAppend(path: string, size: number): AppendFile {
  const file = writing(path, () => openSync(path, 'a'));
  let text = '';
  let bytes = Buffer.alloc(0);
  const write = (): void => {
    if (text !== '') {
      bytes = bytes.length === 0 ? Buffer.from(text) : Buffer.concat([bytes, Buffer.from(text)]);
      text = '';
    }
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes)); // a disk may take a part
  };
  const flush = (): void => {
    writing(path, () => {
      write();
      if (fstatSync(file).isFile()) fdatasyncSync(file);
    });
  };
  if (fstatSync(file).size > size) writing(path, () => ftruncateSync(file, size));
  return {
    path,
    append(more) {
      text += more;
      if (text.length >= BUFFER) writing(path, write);
    },
    flush,
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}
