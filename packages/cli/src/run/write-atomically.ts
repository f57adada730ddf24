import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';

/** Replaces a file as a whole: whoever reads it, or a crash, sees the old text or the new one. */
export function writeAtomically(path: string, text: string): void {
  const draft = `${path}.tmp`;
  const file = openSync(draft, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** The same for a text that comes in parts. */
export async function writePartsAtomically(path: string, parts: AsyncIterable<string>): Promise<void> {
  const draft = `${path}.tmp`;
  const file = await open(draft, 'w');
  try {
    await writeFile(file, parts);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
