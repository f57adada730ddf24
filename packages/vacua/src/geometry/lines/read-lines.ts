import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CfcError } from '@cfc/core';
import { badLine, type Line } from './line.js';

/** Most characters of a line; the longest of the known files has some hundreds. */
const LONGEST = 65_536;

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  Z_BUF_ERROR: 'the compressed data are cut off after this line',
  Z_DATA_ERROR: 'the compressed data are corrupted after this line',
};

/**
 * The lines of a text file, as a stream: no more than a line and a piece of 64 KiB are held, however large the file is. Gzip is known by
 * its first two bytes, whatever the name.
 *
 * @param path the file
 * @param source its name in errors
 * @throws `INPUT_INVALID` that names the line: no such file, compressed data cut off or corrupted, a line above 65,536 characters
 */
export async function* readLines(path: string, source = path): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const piece of await bytes(path)) {
      const parts = (rest + decoder.decode(piece as Buffer, { stream: true })).split('\n');
      rest = parts.pop()!;
      for (const text of parts) yield line(text, ++number, source);
      if (rest.length > LONGEST) line(rest, number + 1, source);
    }
  } catch (error) {
    throw told(error, number, source);
  }
  if (rest !== '') yield line(rest, number + 1, source);
}

function line(text: string, number: number, source: string): Line {
  if (text.length > LONGEST) throw badLine({ source, number }, `a line of more than ${LONGEST} characters`);
  return { text: text.endsWith('\r') ? text.slice(0, -1) : text, number, source };
}

async function bytes(path: string): Promise<Readable> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return createReadStream(path);
  } finally {
    await file.close();
  }
  return pipeline(createReadStream(path), createGunzip(), () => {}); // its errors come out of the reading
}

function told(error: unknown, number: number, source: string): unknown {
  const what = faults[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (what === undefined) return error;
  return number === 0 ? new CfcError('INPUT_INVALID', what, source) : badLine({ source, number }, what);
}
