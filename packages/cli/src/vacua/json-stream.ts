import { once } from 'node:events';
import { Writable } from 'node:stream';
import type { Sink } from '../io.js';

/** How many characters are written at once. */
const PIECE = 65_536;

/**
 * Writes one JSON document whose list may be longer than memory is large: `{ head…, name: [a value a line], tail… }`. Waits for the reader
 * where he is slow, and stops where he has gone away.
 *
 * @param tail what is known only at the end of the list
 */
export async function writeJsonStream(
  stdout: Sink,
  head: object,
  name: string,
  values: AsyncIterable<unknown>,
  tail: () => object,
): Promise<void> {
  let text = `{${members(head)
    .map((member) => `\n  ${member},`)
    .join('')}\n  ${JSON.stringify(name)}: [`;
  let separator = '\n    ';
  for await (const value of values) {
    text += separator + JSON.stringify(value);
    separator = ',\n    ';
    if (text.length < PIECE) continue;
    if (!(await taken(stdout, text))) return;
    text = '';
  }
  stdout.write(
    `${text}\n  ]${members(tail())
      .map((member) => `,\n  ${member}`)
      .join('')}\n}\n`,
  );
}

const members = (part: object): string[] =>
  Object.entries(part).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);

/** Writes, and waits until there is room for more; false where nobody reads any longer. */
async function taken(stdout: Sink, text: string): Promise<boolean> {
  const room = stdout.write(text);
  if (!(stdout instanceof Writable) || room !== false) return true;
  const gone = new AbortController();
  const { signal } = gone;
  try {
    return await Promise.race([
      once(stdout, 'drain', { signal }).then(() => true),
      once(stdout, 'close', { signal }).then(() => false),
    ]);
  } catch {
    return false; // once() rejects on 'error': the pipe is broken
  } finally {
    gone.abort();
  }
}
