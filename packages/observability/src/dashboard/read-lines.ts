import { type FileHandle, open } from 'node:fs/promises';

/** Whole lines that stand next to each other in a file. */
export interface Lines {
  /** Where the first begins, and where the last has ended, in bytes. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const CHUNK = 1 << 18;
const LINE_FEED = 10;

/** The whole lines from a byte on (the beginning of a line) to before another, a few hundred at a time; what has no end is left. */
export async function* linesOf(path: string, from: number, to: number): AsyncGenerator<Lines, void, void> {
  const file = await open(path, 'r');
  try {
    let at = from;
    for (let length = CHUNK; at < to;) {
      const bytes = Buffer.allocUnsafe(Math.min(length, to - at));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
      const end = bytes.subarray(0, bytesRead).lastIndexOf(LINE_FEED) + 1;
      if (end === 0) {
        if (bytesRead < length) return;
        length *= 2; // a line longer than this
        continue;
      }
      yield { from: at, to: at + end, lines: bytes.toString('utf8', 0, end - 1).split('\n') };
      at += end;
      length = CHUNK;
    }
  } finally {
    await file.close();
  }
}

/** The first whole line that begins behind each of these bytes; none where there is none within 64 KiB. */
export async function linesBehind(path: string, places: readonly number[]): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    const found: string[] = [];
    for (const place of places) {
      const line = await lineBehind(file, place);
      if (line !== null) found.push(line);
    }
    return found;
  } finally {
    await file.close();
  }
}

async function lineBehind(file: FileHandle, place: number): Promise<string | null> {
  for (let length = 1 << 12; length <= 1 << 16; length *= 4) {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(bytes, 0, length, place);
    const read = bytes.subarray(0, bytesRead);
    const start = place === 0 ? 0 : read.indexOf(LINE_FEED) + 1;
    const end = start === 0 && place > 0 ? -1 : read.indexOf(LINE_FEED, start);
    if (end !== -1) return read.toString('utf8', start, end);
    if (bytesRead < length) return null;
  }
  return null;
}

/** The last whole lines within so many bytes of the end. */
export async function lastLines(path: string, size: number, bytes: number): Promise<readonly string[]> {
  const start = Math.max(0, size - bytes);
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(size - start);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    const end = buffer.lastIndexOf(LINE_FEED, bytesRead - 1);
    const lines = end <= 0 ? [] : buffer.toString('utf8', 0, end).split('\n');
    return start === 0 ? lines : lines.slice(1);
  } finally {
    await file.close();
  }
}
