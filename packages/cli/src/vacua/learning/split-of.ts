import { complexitySplit, groupSplit, iidSplit, type Split, type Task } from '@cfc/vacua';
import { oneOf } from '../../flags/one-of.js';

const kinds = ['group', 'iid', 'complexity'] as const;

/** The flag that says how a task is split. */
export const byFlag = [
  '--by <kind>',
  'group (Hodge pair, or a base with its near miss), iid (stratified), or complexity',
  'group',
] as const;

/** The split of a task by a kind. Throws `OPTION_INVALID` that names the flag. */
export function splitFor({ examples, classes }: Task, by: string, seed: number): Split {
  switch (oneOf('--by', by, kinds)) {
    case 'group':
      return groupSplit(examples, ({ group }) => group, { seed });
    case 'iid':
      return iidSplit(examples, ({ label }) => classes[label]!, { seed });
    case 'complexity':
      return complexitySplit(examples, ({ complexity }) => complexity, { seed });
  }
}
