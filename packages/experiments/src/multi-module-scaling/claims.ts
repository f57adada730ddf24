import type { Claim } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { overSeeds } from '../over-seeds.js';
import { verdict } from '../verdict.js';
import type { Relaxed, Traced } from './cells.js';
import type { Arm } from './chain.js';

/** What the seed document expects of long chains, against the rows. */
export const claims = (relaxed: readonly Relaxed[], traced: readonly Traced[]): readonly Claim[] => [
  coherent(relaxed, traced),
  global(relaxed),
  flat(relaxed),
];

/** The rows of the longest chains. */
const longest = (rows: readonly Relaxed[], arm: Arm): readonly Relaxed[] => {
  const most = Math.max(...rows.map(({ modules }) => modules));
  return rows.filter(({ modules, couplings }) => modules === most && couplings === arm);
};

const mean = (rows: readonly Relaxed[], column: (row: Relaxed) => number): Interval => interval(rows.map(column));

function coherent(rows: readonly Relaxed[], traced: readonly Traced[]): Claim {
  const all = longest(rows, 'all');
  const ahead = (arm: Arm): Interval =>
    overSeeds([...all, ...longest(rows, arm)], ([one, other]) => one!.agreement - other!.agreement);
  const energy = (arm: Arm): Interval => mean(longest(rows, arm), ({ energyPerModule }) => energyPerModule);
  const last = Math.max(...traced.map(({ step }) => step));
  const ends = traced.filter(({ couplings, step }) => couplings === 'none' && step === last);
  const end = (column: (row: Traced) => number): string => interval(ends.map(column)).mean.toFixed(2);
  return {
    expected:
      'Chained sequence, connectivity and gating modules behave coherently when couplings are active, without bespoke heuristics.',
    seen: `Agreement of neighbours in chains of ${all[0]!.modules} modules: ${intervalText(mean(all, ({ agreement }) => agreement))} with all couplings, ${intervalText(ahead('none'))} more than with none and ${intervalText(ahead('benefits'))} more than with the benefits alone; energy per module ${intervalText(energy('all'))} against ${intervalText(energy('none'))} and ${intervalText(energy('benefits'))}. The default plan did all of it. With couplings off every chain ends alike whatever it read, order at ${end(({ order }) => order)}, links at ${end(({ links }) => links)}, gates at ${end(({ gates }) => gates)} after ${last} steps: local energies are least there.`,
    verdict: verdict(ahead('none').low > 0, ahead('benefits').low > 0, energy('all').high < energy('none').low),
  };
}

function global(rows: readonly Relaxed[]): Claim {
  const all = longest(rows, 'all');
  const modules = all[0]!.modules;
  const near = mean(all, ({ correlation }) => correlation ?? 0);
  const far = mean(all, ({ correlationFar }) => correlationFar ?? 0);
  const distance = mean(all, (row) => row.reach);
  return {
    expected: 'The coherent behaviour that emerges is global.',
    seen: `A change of one benefit is felt ${intervalText(distance)} modules away (to a hundredth of what it does on the spot), in chains of ${modules} modules as in those of 30. Gates of neighbouring units are correlated by ${intervalText(near)}, those of units ten apart by ${intervalText(far)}. Modules agree because all follow the same rules, not because they hear of each other: convex local energies screen every influence.`,
    verdict: verdict(distance.low > modules / 10, far.low > 0),
  };
}

/** The exponent of work over the number of modules, from a hundredth of the longest chains up. */
function growth(rows: readonly Relaxed[], column: (row: Relaxed) => number): Interval {
  const all = rows.filter(({ couplings }) => couplings === 'all');
  const most = Math.max(...all.map(({ modules }) => modules));
  return overSeeds(all, (own) => {
    const [short, long] = [most / 100, most].map((size) => own.find(({ modules }) => modules === size)!);
    return Math.log(column(long!) / column(short!)) / Math.log(100);
  });
}

function flat(rows: readonly Relaxed[]): Claim {
  const [newton, plain] = [growth(rows, ({ work }) => work), growth(rows, ({ descentWork }) => descentWork)];
  const all = longest(rows, 'all');
  return {
    expected: 'The cost per module stays flat as chains grow.',
    seen: `To a projected gradient of 1e-6 the default plan takes ${intervalText(mean(all, ({ steps }) => steps))} steps and ${intervalText(mean(all, ({ work }) => work))} passes over ${all[0]!.modules} modules (energies, gradients and Hessian products), certified descent ${intervalText(mean(all, ({ descentSteps }) => descentSteps))} steps and ${intervalText(mean(all, ({ descentWork }) => descentWork))} passes. Over the last factor of 100 in length passes grow as the length to the power ${intervalText(newton, 2)} and ${intervalText(plain, 2)}; a pass costs the same per module, since every module has at most three couplings.`,
    verdict: verdict(newton.high < 0.05, plain.high < 0.05),
  };
}
