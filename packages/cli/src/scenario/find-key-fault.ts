import type { Document } from 'yaml';
import { repeatedKey } from './repeated-key.js';

/** What is wrong with a key, and where it stands in the text. */
export interface KeyFault {
  readonly what: string;
  readonly fix: string;
  readonly offset: number;
}

/** The first key of a document that no map can have; null where there is none. Keys are compared as the texts that they become. */
export async function findKeyFault(document: Document): Promise<KeyFault | null> {
  const { isScalar, visit } = await import('yaml');
  let found: KeyFault | null = null;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const offset = (key as { range?: readonly [number] | null } | null)?.range?.[0] ?? 0;
        const fault = isScalar(key) ? faultOf(String(key.value), seen) : notText;
        if (fault === null) continue;
        found = { ...fault, offset };
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

const notText = { what: 'not YAML: a key is not a text', fix: 'Give the key a name.' };

function faultOf(name: string, seen: Set<string>): Omit<KeyFault, 'offset'> | null {
  if (seen.has(name)) return repeatedKey(name);
  seen.add(name);
  return name === '<<' ? { what: 'not YAML: merge keys are not read', fix: 'Write the values out.' } : null;
}
