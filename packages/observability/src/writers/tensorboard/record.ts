import { maskedCrc32c } from './crc32c.js';

/** A TFRecord: length (8 bytes), masked CRC-32C of it, the data, masked CRC-32C of them; little endian. */
export function record(data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(16 + data.length);
  bytes.writeBigUInt64LE(BigInt(data.length));
  bytes.writeUInt32LE(maskedCrc32c(bytes.subarray(0, 8)), 8);
  bytes.set(data, 12);
  bytes.writeUInt32LE(maskedCrc32c(data), 12 + data.length);
  return bytes;
}
