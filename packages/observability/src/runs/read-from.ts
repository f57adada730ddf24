import { open } from 'node:fs/promises';

/** Complete records behind a place. */
export interface ReadOn {
  /** Where they end, in bytes; the place itself where there are none. */
  readonly end: number;
  /** Of the file; the place itself where there is none. */
  readonly size: number;
  readonly text: string;
}

/**
 * The complete records of a file behind a byte, `most` bytes of it unless one record alone is longer.
 *
 * @param whole where the last complete record of some bytes ends
 */
export async function readFrom(
  path: string,
  at: number,
  whole: (bytes: Uint8Array) => number,
  most: number,
): Promise<ReadOn> {
  const file = await open(path).catch(() => null);
  if (file === null) return { end: at, size: at, text: '' };
  try {
    const { size } = await file.stat();
    for (let length = most; size > at; length *= 2) {
      const bytes = Buffer.allocUnsafe(Math.min(length, size - at));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
      const end = whole(bytes.subarray(0, bytesRead));
      if (end > 0 || bytes.length === size - at) return { end: at + end, size, text: bytes.toString('utf8', 0, end) };
    }
    return { end: at, size, text: '' };
  } finally {
    await file.close();
  }
}
