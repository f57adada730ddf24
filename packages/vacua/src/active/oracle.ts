import { CfcError } from '@cfc/core';

/** Tells the label of an example: an expensive computation, or a list. It throws rather than guess. */
export type Oracle = (id: string) => number;

/**
 * An oracle that knows a list of labels. Asked for an id that it does not know, or for one a second time, it throws `INPUT_INVALID`: no label is
 * ever made up, and none is paid for twice.
 */
export function listedOracle(examples: Iterable<{ readonly id: string; readonly label: number }>): Oracle {
  const labels = new Map(Array.from(examples, ({ id, label }) => [id, label]));
  const asked = new Set<string>();
  return (id) => {
    const label = labels.get(id);
    if (label === undefined) throw new CfcError('INPUT_INVALID', `the oracle does not know ${id}`, 'oracle');
    if (asked.has(id)) throw new CfcError('INPUT_INVALID', `the oracle was asked for ${id} twice`, 'oracle');
    asked.add(id);
    return label;
  };
}
