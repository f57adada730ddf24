import type { Claim, Conclusion } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { learners } from './contestants.js';
import { figure } from './figure.js';
import { type Found, saving } from './row.js';
import type { Saving } from './saving.js';
import { streams } from './streams.js';

/** Energies and order parameters this near count as the same minimum. */
const SAME = 1e-9;
/** A saving counts where its whole interval lies above this. */
const WORTH = 0.05;
/** The order parameters of runs that stop at a projected gradient of 1e-8. */
const NEAR = 1e-7;

export function conclude(rows: readonly Found[]): Conclusion {
  const savings = savingsOf(rows);
  const proposed = savings.filter(({ part }) => part === 'stream');
  return {
    claims: [
      related(proposed),
      aware(proposed),
      control(proposed),
      same(rows),
      active(savings.filter(({ part }) => part === 'change')),
    ],
    table: {
      headings: ['problems', 'method', 'start', 'passes', 'cold', 'saved', 'taken'],
      rows: savings.map(({ kind, method, start, passes, cold, chosen, ...saved }) => [
        kind,
        method,
        start,
        intervalText(passes),
        intervalText(cold),
        percent(saved),
        Number.isNaN(chosen) ? '' : `${Math.round(100 * chosen)}%`,
      ]),
    },
    figure: figure(savings),
  };
}

function savingsOf(rows: readonly Found[]): readonly Saving[] {
  const cells = new Map<string, Found[]>();
  for (const row of rows) {
    const key = [row.part, row.kind, row.method, row.start].join('|');
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  return [...cells.values()].map((some): Saving => {
    const { part, kind, method, start } = some[0]!;
    const passes = interval(some.map((row) => row.passes));
    const cold = interval(some.map((row) => row.cold));
    const chosen = some.reduce((sum, row) => sum + (row.chosen ?? NaN), 0) / some.length;
    return { ...interval(some.map(saving)), part, kind, method, start, passes, cold, chosen };
  });
}

const percent = ({ mean, low, high }: Interval): string =>
  low === high
    ? `${Math.round(100 * mean)}%`
    : `${Math.round(100 * mean)}% [${Math.round(100 * low)}, ${Math.round(100 * high)}]`;

const saves = ({ low }: Interval): boolean => low > WORTH;

const told = (some: readonly Saving[]): string =>
  some.map((one) => `${one.kind}, ${one.method}: ${percent(one)}`).join('; ');

const verdict = (good: number, all: number): Claim['verdict'] =>
  good === all ? 'confirmed' : good > 0 ? 'partly confirmed' : 'refuted';

/** Where problems are related, the memory of problems solved saves passes. */
function related(savings: readonly Saving[]): Claim {
  const cases = savings.filter(({ kind }) => ['walk', 'regimes'].includes(kind));
  const some = cases.filter(({ start }) => start === 'nearest problems');
  const count = (learn: boolean): string => {
    const of = cases.filter(({ start }) => learners.includes(start) === learn);
    return `${of.filter(saves).length} of ${of.length}`;
  };
  return {
    expected:
      'Amortizers propose fast, task-aware starts (architecture philosophy): where problems are related, they save.',
    seen: `Saved by the solutions of the nearest problems, ${told(some)}. With the whole interval above 5% there save ${count(true)} pairs of learner and case, and ${count(false)} of those that learn nothing (coupling average, coarse system), although their starts are lower in energy, too.`,
    verdict: verdict(some.filter(saves).length, some.length),
  };
}

/** A network that reads features of a problem never seen before. */
function aware(savings: readonly Saving[]): Claim {
  const some = savings.filter(({ kind, start }) => kind === 'new' && start === 'network of modules');
  return {
    expected: 'Task-aware: what was learnt on some problems helps with others, whose solutions were never seen.',
    seen: `The network that all modules share, on systems that are drawn anew each time, ${told(some)}, the passes for its features counted. Whoever remembers solutions alone saves nothing there.`,
    verdict: verdict(some.filter(saves).length, some.length),
  };
}

/** Where there is nothing to learn, nobody may seem to have learnt. */
function control(savings: readonly Saving[]): Claim {
  const some = savings.filter(({ kind, start }) => kind === 'control' && learners.includes(start));
  const best = some.reduce((most, one) => (one.mean > most.mean ? one : most));
  const worst = some.reduce((least, one) => (one.mean < least.mean ? one : least));
  return {
    expected: 'Control: unrelated problems with features of others; nothing may be saved.',
    seen: `The best of ${some.length} pairs of learner and method is ${best.start}, ${best.method}: ${percent(best)}; the worst ${worst.start}, ${worst.method}: ${percent(worst)}. A proposal that is lower in energy costs an evaluation, and need not be nearer in passes.`,
    verdict: verdict(some.filter(({ low }) => low <= 0).length, some.length),
  };
}

/** The projection: wherever a run starts, it ends at the minimum. */
function same(rows: readonly Found[]): Claim {
  const most = (part: Found['part'], of: (row: Found) => number): number =>
    Math.max(...rows.filter((row) => row.part === part).map(of));
  const gap = Math.max(
    most('stream', ({ gap: one }) => one),
    most('change', ({ gap: one }) => one),
  );
  const [off, near] = [most('stream', (row) => row.off), most('change', (row) => row.off)];
  return {
    expected: 'The coordinator then performs principled projection: a start may be wrong, the end is not.',
    seen: `Largest distance from the minimum over all runs, in energy: ${gap.toExponential(1)}; in any order parameter: ${off.toExponential(1)} for streams, ${near.toExponential(1)} where runs stop at a projected gradient of 1e-8.`,
    verdict: gap <= SAME && off <= SAME && near <= NEAR ? 'confirmed' : 'refuted',
  };
}

/** Relaxing only what has to move. */
function active(savings: readonly Saving[]): Claim {
  const some = savings.filter(({ start }) => start === 'active sets');
  const rows = savings.filter(({ start }) => start === 'row by row');
  return {
    expected: 'They propose active sets: after a local change only a part has to be relaxed.',
    seen: `Coupling visits saved against the full method, ${told(some)}. In passes: ${some.map(({ kind, passes, cold }) => `${kind} ${intervalText(passes)} against ${intervalText(cold)}`).join('; ')}. The reactive coordinator, which keeps its gradient and steps single rows, takes ${rows.map(({ kind, passes }) => `${intervalText(passes)} (${kind})`).join(' and ')}.`,
    verdict: verdict(some.filter(saves).length, some.length),
  };
}

/** What the kinds of streams are, for the question. */
export const kindsText = Object.entries(streams)
  .map(([kind, text]) => `${kind} (${text})`)
  .join(', ');
