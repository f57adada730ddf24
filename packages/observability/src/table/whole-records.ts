const NEWLINE = 10;
const QUOTE = 34;

/** Where the last line with an end ends, as a count of bytes; 0 where there is none. */
export const wholeLines = (bytes: Uint8Array): number => bytes.lastIndexOf(NEWLINE) + 1;

/** The same for CSV, where a line break inside of quotes ends nothing. `bytes` begin with a record. */
export function wholeRecords(bytes: Uint8Array): number {
  if (!bytes.includes(QUOTE)) return wholeLines(bytes);
  let end = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === NEWLINE && !quoted) end = i + 1;
  }
  return end;
}

/** Where the first record of CSV ends; 0 where it has no end. `quoted` where the bytes begin inside of quotes. */
export function firstRecord(bytes: Uint8Array, quoted = false): number {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) quoted = !quoted;
    else if (bytes[i] === NEWLINE && !quoted) return i + 1;
  }
  return 0;
}
