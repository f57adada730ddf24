/** The letters that need no escape in any kind of string. */
const letters = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k))
  .filter((letter) => !`"'\`\\`.includes(letter))
  .join('');

/** The last two letters begin a pair. */
const ALONE = letters.length - 2;

/**
 * Bytes from text: a letter for each byte below 89, a pair for each of the others. gzip finds the repeats of a program in it, as it
 * does not in base64, and packs it better than hexadecimal digits.
 */
export function bytesOf(text: string): Uint8Array {
  const out: number[] = [];
  let at = 0;
  const next = (): number => letters.indexOf(text[at++]!);
  while (at < text.length) {
    const value = next();
    out.push(value < ALONE ? value : ALONE + (value - ALONE) * letters.length + next());
  }
  return Uint8Array.from(out);
}
