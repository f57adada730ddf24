import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { writing } from './write-failed.js';

/** How much is held back before it is written without being asked. */
const BUFFER = 1 << 20;

/** A file that is only ever appended to. */
export interface AppendFile {
  readonly path: string;
  append(more: string | Buffer): void;
  /** Brings everything to the disk. */
  flush(): void;
  /** Flushes first; the file is let go of even where that fails. */
  close(): void;
}

/** Opens a file at its end, made if need be; what lies behind byte `size` goes. Throws `WRITE_FAILED`. */
export function openAppend(path: string, size: number): AppendFile {
  const file = writing(path, () => openSync(path, 'a'));
  let bytes: Buffer = Buffer.alloc(0); // what could not be written
  let parts: Buffer[] = [];
  let text = ''; // behind the parts
  let held = 0;
  const cut = (): void => {
    if (text !== '') parts.push(Buffer.from(text));
    text = '';
  };
  const write = (): void => {
    cut();
    bytes = Buffer.concat([bytes, ...parts]);
    parts = [];
    held = 0;
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
      if (typeof more === 'string') text += more;
      else {
        cut();
        parts.push(more);
      }
      held += more.length;
      if (held >= BUFFER) writing(path, write);
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
