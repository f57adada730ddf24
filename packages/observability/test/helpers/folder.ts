import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder, removed after the test. */
export function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'cfc-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** All that an iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
