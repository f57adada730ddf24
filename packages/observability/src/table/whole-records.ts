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
