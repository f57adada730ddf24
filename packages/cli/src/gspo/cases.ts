import {
  backtracking,
  CfcError,
  compile,
  type CompiledSystem,
  descent,
  gradientBelow,
  monotone,
  type Plan,
  type Vector,
} from '@cfc/core';
import { graphSystem } from '../bench/adapters/graph-system.js';
import { families, familyNames, LEAST_SIZE } from '../bench/graphs/families.js';
import { severalNumbers, severalOf } from '../flags/several.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { loadScenario } from '../scenario/load-scenario.js';

const MOST_SIZE = 100_000;

/** What to relax: scenarios, random graphs, or both. */
export interface CaseFlags {
  readonly families?: readonly string[];
  readonly sizes?: readonly string[];
  readonly seeds?: string;
  readonly firstSeed?: string;
}

/** A relaxation that weights are learnt for, or judged on. */
export interface Case {
  readonly name: string;
  /** Cases of one group are summed up together. */
  readonly group: string;
  readonly system: CompiledSystem;
  readonly eta0: Vector;
  readonly plan: Plan;
}

/** The plan of the graphs: descent that halves its step, as in `cfc bench adapters`. */
const plan: Plan = {
  method: descent({ search: backtracking({ initial: 1, tries: 60 }) }),
  guard: monotone(),
  stop: gradientBelow({ norm: 1e-6 }),
};

/** Loads the scenarios and makes the graphs. Throws `INPUT_INVALID` where there is neither, and for flags that do not fit. */
export async function casesOf(
  files: readonly string[],
  flags: CaseFlags,
  io: Io,
  seeds: number,
): Promise<readonly Case[]> {
  const names = flags.families === undefined ? [] : severalOf('--families', flags.families, familyNames);
  const asked = `a whole number from ${LEAST_SIZE} to ${MOST_SIZE}`;
  const fits = (size: number): boolean => Number.isInteger(size) && size >= LEAST_SIZE && size <= MOST_SIZE;
  const sizes = severalNumbers('--sizes', flags.sizes ?? ['100'], asked, fits);
  const count = flags.seeds === undefined ? seeds : wholeNumber('--seeds', flags.seeds, 1, 10_000);
  const first = flags.firstSeed === undefined ? 0 : wholeNumber('--first-seed', flags.firstSeed, 0);
  if (files.length === 0 && names.length === 0) {
    const fix = `Give scenario files, or --families (${Object.keys(families).join(', ')}).`;
    throw new CfcError('INPUT_INVALID', 'there is nothing to relax', 'cfc gspo', fix);
  }
  const scenarios = await Promise.all(files.map((file) => loadScenario(file, io.cwd)));
  const graphs = names.flatMap((family) =>
    sizes.flatMap((size) =>
      Array.from({ length: count }, (_, k): Case => {
        const { source, eta0 } = graphSystem(family, size, first + k);
        const group = `${family} ${size}`;
        return { name: `${group} seed ${first + k}`, group, system: compile(source), eta0, plan };
      }),
    ),
  );
  return [
    ...scenarios.map(({ file, system, eta0, plan }) => ({ name: file, group: file, system, eta0, plan })),
    ...graphs,
  ];
}

/** What `--families` and its like say. */
export const caseOptions = [
  ['--families <names...>', `random graphs too, of these families: ${familyNames.join(', ')}`],
  ['--sizes <n...>', 'numbers of nodes (100)'],
  ['--first-seed <n>', 'seed of the first graph (0)'],
] as const;
