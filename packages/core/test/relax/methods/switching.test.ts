import { expect, test } from 'vitest';
import {
  type Guard,
  type Method,
  type Plan,
  type StepEvent,
  compile,
  coordinate,
  defineMethod,
  defineSystem,
  descent,
  fixedStep,
  landau,
  maxSteps,
  ramp,
  relax,
  switching,
} from '../../../src/index.js';
import { mixed, mixedStart } from '../../support/mixed.js';

const main = descent({ search: fixedStep({ step: 0.05 }) });
const burstsOf = (plan: Plan): number[] => {
  const events: StepEvent[] = [];
  relax(mixed, mixedStart, { ...plan, observers: [(event) => events.push(event)] });
  return events.map(({ facts }) => facts['burst']!);
};
const stop = maxSteps({ steps: 12 });

test('it begins with a burst, goes on with the main method, and bursts again when that stalls', () => {
  // Every gain is below a drop of 1e9, so that the main method stalls as soon as its patience is over.
  const method = switching({ burst: coordinate(), main, length: 3, patience: 2, drop: 1e9 });
  expect(burstsOf({ method, stop })).toEqual([1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1]);
});

test('it stays with the main method as long as that gains enough', () => {
  const method = switching({ burst: coordinate(), main, length: 3, patience: 2, drop: 1e-9 });
  expect(burstsOf({ method, stop })).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a change of the weights between two steps is no gain and no stall', () => {
  // The energy is that of one coupling that grows: it rises from step to step, although every step lowers it.
  const method = switching({ burst: coordinate(), main, length: 1, patience: 1, drop: 1e-9 });
  const schedule = ramp({ start: 0, terms: { 'local:LandauModule': 0 }, steps: 12 });
  expect(burstsOf({ method, stop, schedule }).slice(1, 12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

const refusing = (...iterations: number[]): Guard => ({
  check: ({ iteration }) => (iterations.includes(iteration) ? { accept: false, reason: 'no' } : { accept: true }),
});

test('after a refusal the other method gets one chance, in both directions', () => {
  const method = switching({ burst: coordinate(), main, length: 4, drop: 1e-12 });
  expect(burstsOf({ method, stop, guard: refusing(1) }).slice(0, 4)).toEqual([1, 1, 0, 0]);
  expect(burstsOf({ method, stop, guard: refusing(6) }).slice(4, 9)).toEqual([0, 0, 0, 1, 1]);
});

test('a second refusal in a row ends the run, one after an accepted step does not', () => {
  const method = switching({ burst: coordinate(), main, length: 4, drop: 1e-12 });
  expect(burstsOf({ method, stop, guard: refusing(1, 2) })).toEqual([1, 1, 0]);
  expect(burstsOf({ method, stop, guard: refusing(1, 3) })).toHaveLength(12);
  const ended = relax(mixed, mixedStart, { method, stop, guard: refusing(6, 7) });
  expect(ended).toMatchObject({ outcome: 'refused', reason: 'no', steps: 8 });
});

test('each method starts anew when its turn comes', () => {
  const started: string[] = [];
  const recording = (name: string, inner: Method) =>
    defineMethod({
      name,
      meaning: 'remembers that it began',
      options: {},
      make: (): Method => ({ ...inner, init: (task, start) => (started.push(name), inner.init(task, start)) }),
    })();
  const method = switching({
    burst: recording('burst', coordinate()),
    main: recording('main', main),
    length: 2,
    patience: 1,
    drop: 1e9,
  });
  burstsOf({ method, stop });
  expect(started).toEqual(['burst', 'main', 'burst', 'main', 'burst', 'main', 'burst', 'main']);
});

test('it converges where the burst finds nothing to gain and the main method neither', () => {
  const parabola = compile(defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 0.6 }) } }));
  const solution = relax(parabola, Float64Array.of(0.3), { method: switching({ burst: coordinate(), main }) });
  expect(solution).toMatchObject({ outcome: 'converged', steps: 2 });
});
