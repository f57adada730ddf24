import { readFile } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { CfcError } from '@cfc/core';
import { parseYaml } from './parse-yaml.js';
import { findRepeatedKey, repeatedKey } from './repeated-key.js';

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder, not a file',
  EACCES: 'a file that may not be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'a file that is not in UTF-8',
};

/** What a file is, for errors. */
export interface Purpose {
  readonly called: string;
  readonly begin: string;
}

const scenario: Purpose = { called: 'a scenario file', begin: 'Begin it with cfc: 1 and modules.' };

/**
 * The tree of a scenario file, YAML or JSON.
 *
 * @param name the file as the user called it, for errors
 * @throws `INPUT_INVALID` for a file that cannot be read, that is neither, that has a key twice in one map, or that holds nothing
 */
export async function readTree(path: string, name: string, purpose: Purpose = scenario): Promise<unknown> {
  const tree = await parsed(await readText(path, name, purpose), path, name);
  if (tree !== null && tree !== undefined) return tree;
  throw new CfcError('INPUT_INVALID', 'the file is empty', name, purpose.begin);
}

async function parsed(text: string, path: string, name: string): Promise<unknown> {
  const tree = path.endsWith('.json') ? parsedJson(text) : undefined;
  if (tree === undefined) return parseYaml(text, name); // JSON is YAML: its reader says at which line and column the fault is
  const twice = findRepeatedKey(text);
  if (twice === null) return tree;
  const lines = text.slice(0, twice.offset).split('\n');
  const where = `${name}, line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
  const { what, fix } = repeatedKey(twice.name);
  throw new CfcError('INPUT_INVALID', what, where, fix);
}

/** Undefined for what is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(path: string, name: string, { called }: Purpose): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const fault = faults[(error as NodeJS.ErrnoException).code ?? ''];
    if (fault === undefined) throw error;
    throw new CfcError('INPUT_INVALID', fault, name, `Give the path of ${called}, YAML or JSON.`);
  }
}
