import {
  type Plan,
  anyOf,
  auto,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  monotone,
  relax,
  smallGainLimit,
} from '@cfc/core';
import { describe, expect, test } from 'vitest';
import {
  type Memory,
  type Proposer,
  type Query,
  activeSet,
  amortized,
  asRead,
  blank,
  cascade,
  couplingAverage,
  heuristic,
  mlp,
  nearest,
  previous,
} from '../src/index.js';
import { walk } from './support/stream.js';

const stop = anyOf({ of: [gradientBelow({ norm: 1e-11 }), maxSteps({ steps: 5000 })] });
const plans: Readonly<Record<string, Plan>> = {
  Newton: { method: auto(), guard: monotone(), stop },
  'certified descent': {
    method: descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit({ theta: 1.5 }) }),
    stop,
  },
  'active sets': { method: activeSet({ share: 0.3, tolerance: 1e-11, budget: 10 }), guard: monotone(), stop },
};
const proposers: Readonly<Record<string, Proposer>> = {
  read: asRead(),
  previous: previous(),
  average: couplingAverage(),
  nearest: nearest(),
  mlp: mlp({ every: 4, epochs: 30 }),
  cascade: cascade(),
  wrong: heuristic(({ system }) => new Float64Array(system.size).fill(1)),
};
const stream = walk(10);

function follow(
  problems: readonly Query[],
  from: Memory,
  plan: Plan,
): { memory: Memory; starts: unknown[]; visits: number } {
  let [memory, visits] = [from, 0];
  const starts = problems.map((query) => {
    const done = amortized(query, proposers, memory, plan);
    memory = done.memory;
    visits += done.visits;
    return [done.start.chosen, ...done.start.eta];
  });
  return { memory, starts, visits };
}

describe.each(Object.entries(plans))('under %s', (_name, plan) => {
  test('every problem ends at the minimum of a cold start, whoever proposes', () => {
    for (const [name, proposer] of Object.entries(proposers)) {
      let memory = blank({ [name]: proposer });
      for (const query of stream.slice(0, 5)) {
        const done = amortized(query, { [name]: proposer }, memory, plan);
        memory = done.memory;
        const cold = relax(query.system, query.read, plan);
        expect(Math.abs(done.solution.unitEnergy - cold.unitEnergy), name).toBeLessThan(1e-9);
        done.solution.vector.forEach((value, i) => {
          expect(Math.abs(value - cold.vector[i]!), name).toBeLessThan(1e-9);
        });
      }
    }
  });
});

const plan = plans['Newton']!;

test('what proposers know goes through JSON and back to the same bits', () => {
  const whole = follow(stream, blank(proposers), plan);
  const half = follow(stream.slice(0, 5), blank(proposers), plan);
  const read = JSON.parse(JSON.stringify(half.memory)) as Memory;
  expect(read).toEqual(half.memory);
  const rest = follow(stream.slice(5), read, plan);
  expect(rest.starts).toEqual(whole.starts.slice(5));
  expect(JSON.stringify(rest.memory)).toBe(JSON.stringify(whole.memory));
});

test('the same problems in the same order give the same starts', () => {
  expect(follow(stream, blank(proposers), plan)).toEqual(follow(stream, blank(proposers), plan));
});

test('a proposer that comes later begins with what it knows at first', () => {
  const { memory } = follow(stream.slice(0, 2), blank({ read: asRead() }), plan);
  expect(JSON.stringify(memory)).toBe(JSON.stringify(follow(stream.slice(0, 2), blank(proposers), plan).memory));
});

test('nothing that is handed in changes', () => {
  const { memory } = follow(stream.slice(0, 4), blank(proposers), plan);
  const before = JSON.stringify(memory);
  const query = stream[4]!;
  const read = Array.from(query.read);
  amortized(query, proposers, memory, plan);
  expect(JSON.stringify(memory)).toBe(before);
  expect(Array.from(query.read)).toEqual(read);
});

test('every visit is counted: of proposals, of comparisons, of the relaxation', () => {
  const query = stream[0]!;
  const pass = query.system.sequence.length;
  const none = amortized(query, {}, {}, plan);
  const wrong = amortized(query, { wrong: proposers['wrong']! }, { wrong: null }, plan);
  expect(wrong.start.chosen).toBe(null);
  expect(wrong.visits).toBe(none.visits + pass);
  const costly = {
    average: heuristic(() => null),
    dear: heuristic(
      ({ system }) => new Float64Array(system.size).fill(1),
      () => 77,
    ),
  };
  expect(amortized(query, costly, {}, plan).visits).toBe(wrong.visits + 77);
});

test('where problems are alike, the last solution saves visits', () => {
  const alike = walk(12, { drift: 0.003 });
  const rough = { method: auto(), guard: monotone(), stop: gradientBelow({ norm: 1e-4 }) };
  const visits = (some: Readonly<Record<string, Proposer>>): number => {
    let [memory, sum] = [blank(some), 0];
    for (const query of alike) {
      const done = amortized(query, some, memory, rough);
      memory = done.memory;
      sum += done.visits;
    }
    return sum;
  };
  expect(visits({ previous: previous() })).toBeLessThan(0.8 * visits({}));
});
