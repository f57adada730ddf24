import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tensorBoardWriter } from '../../src/node.js';
import { crc32c, maskedCrc32c } from '../../src/writers/tensorboard/crc32c.js';
import { folder } from '../helpers/folder.js';

test('CRC-32C has the values of RFC 3720, appendix B.4, and of the usual check text', () => {
  const counted = Uint8Array.from({ length: 32 }, (_, k) => k);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(counted)).toBe(0x46dd794e);
  expect(crc32c(Uint8Array.from(counted).reverse())).toBe(0x113fdb5c);
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});

/** The remainder of a long division by the polynomial x³² + x²⁸ + ... in plain bits: no table, no trick. */
function remainder(bytes: Uint8Array): number {
  const bits = [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, k) => (byte >> k) & 1));
  const message = [...bits, ...new Array<number>(32).fill(0)].map((bit, k) => (k < 32 ? bit ^ 1 : bit));
  const divisor = [...0x11edc6f41n.toString(2)].map(Number);
  for (let k = 0; k < bits.length; k++) if (message[k] === 1) divisor.forEach((bit, j) => (message[k + j]! ^= bit));
  return message.slice(-32).reduce((sum, bit, k) => sum + (bit ^ 1) * 2 ** k, 0);
}

const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

test('the file is records of a length, the data, and masked checksums of both', () => {
  const path = join(folder(), 'a.tfevents');
  const writer = tensorBoardWriter(path, { seconds: () => 1.5 });
  writer({ step: 300, 'energy:local:A': 0.25, on: true, text: 'x', none: null });
  writer.close();
  const bytes = readFileSync(path);
  const events: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = Number(bytes.readBigUInt64LE(at));
    const data = bytes.subarray(at + 12, at + 12 + length);
    expect(bytes.readUInt32LE(at + 8)).toBe(masked(remainder(bytes.subarray(at, at + 8))));
    expect(bytes.readUInt32LE(at + 12 + length)).toBe(masked(remainder(data)));
    expect(maskedCrc32c(data)).toBe(masked(remainder(data)));
    events.push(data.toString('hex'));
    at += 16 + length;
  }
  const time = '09' + '000000000000f83f'; // field 1, double 1.5
  const version = '1a' + '0d' + Buffer.from('brain.Event:2').toString('hex'); // field 3, 13 bytes
  const step = '10' + 'ac02'; // field 2, varint 300
  const energy = '0a' + '0e' + Buffer.from('energy/local/A').toString('hex') + '15' + '0000803e'; // tag, float 0.25
  const on = '0a' + '02' + Buffer.from('on').toString('hex') + '15' + '0000803f';
  const values = `0a15${energy}0a09${on}`;
  expect(events).toEqual([time + version, `${time}${step}2a22${values}`]);
});

test('a full disk is one clear error', () => {
  const path = join(folder(), 'a.tfevents');
  symlinkSync('/dev/full', path);
  const writer = tensorBoardWriter(path);
  writer({ step: 1, a: 1 });
  expect(() => writer.flush()).toThrow('WRITE_FAILED: the file cannot be written: ENOSPC');
  expect(() => writer.close()).toThrow('WRITE_FAILED');
});
