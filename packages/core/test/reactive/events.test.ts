import { describe, expect, test } from 'vitest';
import { EnergyCoordinator, type Settled, defineSystem, landau, maxSteps, quadratic, auto } from '../../src/index.js';

const source = defineSystem({
  modules: { x: landau({ a: 1, b: 0, h: 1 }), y: landau({ a: 1, b: 0 }), far: landau({ a: 1, b: 0 }) },
  couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
});
const made = (options = {}) => {
  const one = new EnergyCoordinator(source, undefined, undefined, options);
  one.relax();
  return one;
};

describe('moved', () => {
  test('is told of every update that moved something', () => {
    const one = made();
    const heard: Settled[] = [];
    one.on('moved', (settled) => heard.push(settled));
    const settled = one.change('x', { h: 0.8 });
    one.change('x', { h: 0.8 });
    expect(heard).toEqual([settled]);
    expect(heard[0]).toBe(settled);
    expect(settled.moved).toEqual(['x', 'y']);
  });

  test('a listener may update: at once, and told after the present event', () => {
    const one = made();
    const heard: string[] = [];
    one.on('moved', ({ moved }) => {
      heard.push(`first ${moved.join()}`);
      if (moved[0] !== 'x') return;
      const before = one.etaOf('far');
      expect(one.change('far', { h: 1 }).moved).toEqual(['far']);
      expect(one.etaOf('far')).not.toBe(before);
      expect(one.residual()).toBeLessThanOrEqual(1e-6);
    });
    one.on('moved', ({ moved }) => heard.push(`second ${moved.join()}`));
    one.change('x', { h: 0.8 });
    expect(heard).toEqual(['first x,y', 'second x,y', 'first far', 'second far']);
  });

  test('whoever ends listening meanwhile hears nothing more', () => {
    const one = made();
    const heard: string[] = [];
    const ends: (() => void)[] = [];
    one.on('moved', () => ends[0]!());
    ends.push(one.on('moved', ({ moved }) => heard.push(moved.join())));
    one.change('x', { h: 0.8 });
    expect(heard).toEqual([]);
  });

  test('a listener that throws keeps nothing from the others, and the first error is thrown', () => {
    const one = made();
    const heard: string[] = [];
    one.on('moved', ({ moved }) => {
      if (moved[0] === 'x') one.change('far', { h: 1 });
      throw new Error(`about ${moved.join()}`);
    });
    one.on('moved', ({ moved }) => heard.push(moved.join()));
    expect(() => one.change('x', { h: 0.8 })).toThrow('about x,y');
    expect(heard).toEqual(['x,y', 'far']);
    expect(one.residual()).toBeLessThanOrEqual(1e-6);
    expect(() => one.change('x', { h: 0.7 })).toThrow('about x,y');
  });
});

describe('a listener of relax', () => {
  test('finds the state of the step, and what it updates is not lost', () => {
    const plan = { method: auto(), stop: maxSteps({ steps: 50 }) };
    const one = new EnergyCoordinator(source, plan, { x: 0.1, y: 0.9, far: 0.2 }, { tolerance: 1e-9 });
    const steps: number[] = [];
    let done = false;
    one.on('step', ({ step, eta }) => {
      steps.push(step);
      expect(one.eta).toEqual(eta);
      if (done) return;
      done = true;
      one.change('far', { h: 1 });
      one.add({ modules: { late: landau({ a: 1, b: 0, h: 1 }) } });
    });
    const solution = one.relax();
    expect(solution.steps).toBe(steps.length);
    expect(steps).toEqual(steps.map((_, k) => k + 1));
    expect(solution.eta['far']).toBeCloseTo(0.5, 8);
    expect(solution.eta['late']).toBeCloseTo(0.5, 8);
    expect(one.eta).toEqual(solution.vector);
  });

  test('that throws ends the run at its step', () => {
    const one = new EnergyCoordinator(source, undefined, { x: 0.1, y: 0.9, far: 0.2 });
    let at: unknown;
    one.on('step', ({ eta }) => {
      at = eta;
      throw new Error('enough');
    });
    expect(() => one.relax()).toThrow('enough');
    expect(one.eta).toEqual(at);
  });
});
