import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { linesOf, readLines } from '../../../src/index.js';
import { all, fault } from '../../support/parsed.js';

/** A file that is removed after the test. */
function file(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'cfc-vacua-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'a.txt');
  writeFileSync(path, content);
  return path;
}

const text = Array.from({ length: 40_000 }, (_, k) => `line ${k + 1} χ`).join('\n');

test.each([
  ['plain', (content: string) => content],
  ['gzip, whatever the name', gzipSync],
  ['ending in a line break', (content: string) => `${content}\n`],
  ['of another system', (content: string) => content.replaceAll('\n', '\r\n')],
])('the lines of a file are read: %s', async (_, pack) => {
  const lines = await all(readLines(file(pack(text)), 'a.txt'));
  expect(lines).toEqual([...linesOf(text, 'a.txt')]);
  expect(lines.at(-1)).toEqual({ text: 'line 40000 χ', number: 40_000, source: 'a.txt' });
});

test('an empty file has no lines, and neither has an empty text', async () => {
  expect(await all(readLines(file('')))).toEqual([]);
  expect([...linesOf('')]).toEqual([]);
});

test('compressed data that are cut off give the last whole line before', async () => {
  const packed = gzipSync(text);
  const cut = readLines(file(packed.subarray(0, packed.length / 2)), 'a.txt');
  expect(await fault(cut)).toMatch(/^a\.txt:[1-9]\d{3,4}: the compressed data are cut off after this line$/);
});

test('compressed data that are corrupted give the last whole line before', async () => {
  const packed = gzipSync(text);
  const middle = packed.length >> 1;
  packed.fill(255, middle, middle + 64);
  expect(await fault(readLines(file(packed), 'a.txt'))).toMatch(
    /^a\.txt:[1-9]\d{3,4}: the compressed data are corrupted after this line$/,
  );
});

test.each([
  ['plain', (content: string) => content],
  ['gzip, of which little is unpacked', gzipSync],
])('a line that does not end is refused before it fills the memory: %s', async (_, pack) => {
  const endless = `first\n${'1 '.repeat(1_000_000)}`;
  expect(await fault(readLines(file(pack(endless)), 'a.txt'))).toBe('a.txt:2: a line of more than 65536 characters');
});

// Windows has no such file.
test.skipIf(process.platform === 'win32')('a file without an end is refused too', async () => {
  expect(await fault(readLines('/dev/zero', 'zero'))).toBe('zero:1: a line of more than 65536 characters');
});

test('what is no file is told of by name', async () => {
  expect(await fault(readLines('/nowhere/at-all.txt', 'at-all.txt'))).toBe('at-all.txt: there is no such file');
  expect(await fault(readLines(tmpdir(), 'folder'))).toBe('folder: it is a folder');
});
