import type { AnyDefinition } from '../contract/definition.js';
import type { AnyCoupling, AnyModule } from '../system/groups.js';
import { CfcError, isCfcError } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import { onlyKeys } from '../options/only-keys.js';
import type { Registry } from '../registry/registry.js';

/**
 * Makes the piece that a `{ use, with }` node of a scenario describes, nested pieces first.
 *
 * @param where the node's path, for errors (`relax.method.search`)
 */
export function buildPiece(registry: Registry, node: unknown, slot: string, where: string): object {
  if (!isRecord(node) || typeof node['use'] !== 'string') {
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(node)} is not a piece`,
      where,
      'Write { use: Name, with: { option: value } }.',
    );
  }
  onlyKeys(node, ['use', 'with'], where);
  const definition = registry.find(node['use'], slot, where);
  return make(registry, definition, node['with'], where);
}

/** Makes a module or coupling out of a node that has more keys than `use` and `with`. */
export function buildInstance(
  registry: Registry,
  node: Record<string, unknown>,
  slot: 'module',
  where: string,
): AnyModule;
export function buildInstance(
  registry: Registry,
  node: Record<string, unknown>,
  slot: 'coupling',
  where: string,
): AnyCoupling;
export function buildInstance(registry: Registry, node: Record<string, unknown>, slot: string, where: string): unknown {
  const { use, with: options } = node;
  return buildPiece(registry, options === undefined ? { use } : { use, with: options }, slot, where);
}

function make(registry: Registry, definition: AnyDefinition, given: unknown, where: string): object {
  if (given !== undefined && !isRecord(given)) {
    throw new CfcError(
      'INPUT_INVALID',
      `with is ${describe(given)}, not a map`,
      where,
      'Write with: { option: value }.',
    );
  }
  const options = Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]) => [name, buildOption(registry, definition, name, value, where)]),
  );
  return located(where, definition.name, () => definition(options) as object);
}

/** An option's value; where the option is a piece, or a list of them, it is made first. */
function buildOption(
  registry: Registry,
  definition: AnyDefinition,
  name: string,
  value: unknown,
  where: string,
): unknown {
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
  const at = `${where}.${name}`;
  if (field?.kind === 'piece' && value !== null) return buildPiece(registry, value, field.slot ?? '', at);
  if (field?.kind === 'pieces' && Array.isArray(value)) {
    return value.map((entry, k) => buildPiece(registry, entry, field.slot ?? '', `${at}[${k}]`));
  }
  return value;
}

/** Runs a factory; its errors speak of the path in the scenario instead of the factory's name. */
function located<T>(where: string, name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isCfcError(error)) throw error;
    const inner = error.where.startsWith(name) ? error.where.slice(name.length) : '';
    throw new CfcError(error.code, error.what, `${where}${inner}`, error.fix);
  }
}
