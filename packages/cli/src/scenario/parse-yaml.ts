import { CfcError } from '@cfc/core';

/** What a YAML text stands for. Throws `INPUT_INVALID` with line and column. */
export async function parseYaml(text: string, name: string): Promise<unknown> {
  const { parseDocument } = await import('yaml'); // loaded only where a scenario is YAML
  const document = parseDocument(text);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) {
    const [what = ''] = fault.message.split('\n');
    const place = fault.linePos?.[0];
    const where = place === undefined ? name : `${name}, line ${place.line}, column ${place.col}`;
    throw notYaml(what.replace(/ at line \d+, column \d+:?$/, ''), where);
  }
  try {
    return document.toJS();
  } catch (error) {
    throw notYaml(error instanceof Error ? error.message : String(error), name);
  }
}

function notYaml(what: string, where: string): CfcError {
  return new CfcError('INPUT_INVALID', `not YAML: ${what}`, where, 'Correct the syntax there.');
}
