/** Symbols of a byte. */
const BYTES = 256;

/**
 * Shannon's entropy of the frequencies of single bytes: H = -Σ f log₂ f, in bits for each byte, from 0 to 8; 0 for no bytes.
 *
 * It is what an ideal code for each byte by itself would need. Of a short list it comes out too low: n bytes show at most
 * log₂ n bits.
 *
 * Source: C. E. Shannon, Bell Syst. Tech. J. 27 (1948) 379.
 */
export function shannonEntropy(bytes: Uint8Array): number {
  const counts = new Int32Array(BYTES);
  for (const byte of bytes) counts[byte]!++;
  let sum = 0;
  for (const count of counts) if (count > 0) sum += count * Math.log2(bytes.length / count);
  return bytes.length === 0 ? 0 : sum / bytes.length;
}
