import { fill } from '../../options/fill.js';
import { type Fields, type Options, describe, isRecord } from '../../options/field.js';
import type { AnyModule } from '../../system/groups.js';
import { bad } from './check.js';
import { checkModuleUse } from './check-use.js';
import type { State } from './state.js';

/** The module of a slot, for reading at once: its options may be filled anew for the next one. */
export function moduleAt(
  { base, added, home }: State,
  slot: number,
): Pick<AnyModule, 'name' | 'fields' | 'family' | 'options'> {
  const own = added.modules.get(slot);
  if (own !== undefined) return own.use;
  const { fields } = base.system.modules[home.group[slot]!]!;
  const { name, family, at } = base.locals[home.group[slot]!]!;
  return { name, fields, family: family as AnyModule['family'], options: at(home.item[slot]!) };
}

/**
 * A module with some other options, the rest as they are.
 *
 * @throws `NAME_UNKNOWN` for a module or signal that is not there; `INPUT_INVALID`, `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function checkChange(
  state: State,
  id: string,
  given: unknown,
): { readonly slot: number; readonly use: AnyModule } {
  const where = `change.${id}`;
  const slot = state.names.slotOf(id, 'change');
  if (!isRecord(given)) throw bad(`options are ${describe(given)}, not a map`, where, 'Give { name: value, ... }.');
  const { name, fields, family, options: old } = moduleAt(state, slot);
  const options = fill(fields as Fields, { ...(old as Options<Fields>), ...given }, where);
  family.check?.(options, where);
  const use: AnyModule = Object.freeze({ slot: 'module', name, fields, family, options });
  checkModuleUse(state, use, state.base.eta[slot]!, where);
  return { slot, use };
}
