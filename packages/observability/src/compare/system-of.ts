type Tree = Readonly<Record<string, unknown>>;

/**
 * The part of a scenario that makes its energy: modules without where they start, couplings, signals and weights. Two runs whose
 * systems are the same have the same unit-weight energy as a function of η.
 */
export function systemOf(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return null;
  const { modules, couplings = [], signals = {}, weights = {} } = tree as Tree;
  const families = Object.entries((modules ?? {}) as Readonly<Record<string, Tree>>).map(([id, module]) => {
    const { use, with: options = {} } = module ?? {};
    return [id, { use, with: options }];
  });
  return { modules: Object.fromEntries(families) as Tree, couplings, signals, weights };
}
