import { CfcError } from '@cfc/core';
import { findKeyFault } from './find-key-fault.js';

/**
 * YAML 1.2, its core schema alone: tags would make dates, sets and bytes, and keys are checked here, in linear time. Only the first of thousands of
 * errors is told: none is drawn.
 */
const options = { uniqueKeys: false, resolveKnownTags: false, prettyErrors: false } as const;

/**
 * What a YAML text stands for.
 *
 * @throws `INPUT_INVALID` with line and column: wrong syntax, several documents, another version, tags, a key that comes twice or is no text,
 * merge keys, nesting that is too deep, aliases that would make a small file large
 */
export async function parseYaml(text: string, name: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml'); // loaded only where a scenario is YAML
  const lines = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}, line ${line}, column ${col}`;
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw notYaml(plain(fault.message), at(fault.pos[0]));
  const { version } = document.directives?.yaml ?? {};
  if (version !== '1.2') throw notYaml(`version ${version} is not read`, name, 'Write YAML 1.2, without %YAML.');
  try {
    const wrong = await findKeyFault(document);
    if (wrong !== null) throw new CfcError('INPUT_INVALID', wrong.what, at(wrong.offset), wrong.fix);
    return document.toJS();
  } catch (error) {
    if (error instanceof CfcError) throw error;
    const what = error instanceof Error ? error.message : String(error);
    if (what.startsWith('Excessive alias count')) throw tooLarge(name);
    throw notYaml(plain(what), name);
  }
}

const plain = (what: string): string => (what.startsWith('Maximum call stack') ? 'it is nested too deeply' : what);

function notYaml(what: string, where: string, fix = 'Correct the syntax there.'): CfcError {
  return new CfcError('INPUT_INVALID', `not YAML: ${what}`, where, fix);
}

const tooLarge = (name: string): CfcError =>
  new CfcError('INPUT_INVALID', 'its aliases make a small file large', name, 'Write the values out, or fewer of them.');
