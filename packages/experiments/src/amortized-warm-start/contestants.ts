import { type Proposer, cascade, couplingAverage, mlp, nearest, previous } from '@cfc/amortize';

/** Who proposes starts. */
export interface Contestant {
  readonly proposers: Readonly<Record<string, Proposer>>;
  /** Whether it goes by the features of problems, or by solutions seen: whether it can be misled. */
  readonly learns: boolean;
  /** Whether its features are what each module sees around it. */
  readonly local: boolean;
}

const learning = (proposers: Contestant['proposers']): Contestant => ({ proposers, learns: true, local: false });

/** All of them, by the names that the tables give. */
export function contestants(seed: number): Readonly<Record<string, Contestant>> {
  const known = { previous: previous(), nearest: nearest(), network: mlp({ seed }) };
  const shared = mlp({ share: 'module', hidden: 8, epochs: 60, every: 4, capacity: 16, seed });
  return {
    'previous solution': learning({ previous: known.previous }),
    'nearest problems': learning({ nearest: known.nearest }),
    network: learning({ network: known.network }),
    'network of modules': { ...learning({ shared }), local: true },
    'best of the first three': learning(known),
    'coupling average': { proposers: { average: couplingAverage() }, learns: false, local: false },
    'coarse system': { proposers: { cascade: cascade() }, learns: false, local: false },
  };
}

/** The names of those that learn. */
export const learners = Object.entries(contestants(0)).flatMap(([name, { learns }]) => (learns ? [name] : []));
