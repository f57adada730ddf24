import { readFileSync } from 'node:fs';
import {
  type AnyCoupling,
  type AnyModule,
  type Signals,
  type System,
  asymmetricHinge,
  compile,
  dampedGateBenefit,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  quadratic,
} from '@cfc/core';
import { compressionEnergy } from '@cfc/modules-compression';
import { connectivity } from '@cfc/modules-connectivity';
import { energyGating } from '@cfc/modules-gating';
import { sequenceConsistency } from '@cfc/modules-sequence';
import { describe, expect, test } from 'vitest';

/*
 * 160 random systems as the public Python prototype evaluated them (`systems` of reference/cfc.json).
 * Modules of a type that no package provides yet are stood in for by a module without energy: their
 * couplings can be compared all the same, and so can the gradient of every other module.
 */

interface Reference {
  readonly modules: readonly { readonly type: string; readonly options: Readonly<Record<string, number>> }[];
  readonly couplings: readonly {
    readonly i: number;
    readonly j: number;
    readonly type: string;
    readonly options: Readonly<Record<string, number | string>>;
  }[];
  readonly constraints: Readonly<Record<string, number>> & { readonly term_weights?: Readonly<Record<string, number>> };
  readonly etas: readonly number[];
  readonly energy: number;
  readonly gradient: readonly number[];
  readonly termGradNorms: Readonly<Record<string, number>>;
}

const file = new URL('fixtures/systems.json', import.meta.url);
const references = JSON.parse(readFileSync(file, 'utf8')) as readonly Reference[];

type Make<Made> = (options: never) => Made;
const modules: Readonly<Record<string, Make<AnyModule>>> = {
  CompressionEnergyModule: compressionEnergy,
  ConnectivityModule: connectivity,
  EnergyGatingModule: energyGating,
  SequenceConsistencyModule: sequenceConsistency,
};
const couplings: Readonly<Record<string, Make<AnyCoupling>>> = {
  QuadraticCoupling: quadratic,
  DirectedHingeCoupling: directedHinge,
  AsymmetricHingeCoupling: asymmetricHinge,
  GateBenefitCoupling: gateBenefit,
  DampedGateBenefitCoupling: dampedGateBenefit,
};

/** Options that the prototype calls by another name. */
const renamed: Readonly<Record<string, string>> = {
  alpha_i: 'alpha',
  beta_j: 'beta',
  delta_key: 'signal',
  eta_power: 'etaPower',
  positive_scale: 'positiveScale',
  negative_scale: 'negativeScale',
  target_default: 'target',
};

/** The options under the names that they have here. */
const named = (options: Readonly<Record<string, number | string>>): Readonly<Record<string, number | string>> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [renamed[name] ?? name, value]));

/** Constraints that override an option of every module of one type. */
const overrides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CompressionEnergyModule: { compression_target: 'target' },
  EnergyGatingModule: { gate_alpha: 'a', gate_beta: 'b' },
  SequenceConsistencyModule: { seq_beta: 'beta' },
};

const provided = (type: string): boolean => Object.hasOwn(modules, type);

function moduleOf({ type, options }: Reference['modules'][number], constraints: Reference['constraints']): AnyModule {
  const make = modules[type];
  if (make === undefined) return landau({ a: 0, b: 0, h: 0 });
  const own = Object.entries(overrides[type] ?? {}).flatMap(([constraint, option]) => {
    const value = constraints[constraint];
    return value === undefined ? [] : [[option, value] as const];
  });
  return make({ ...named(options), ...Object.fromEntries(own) } as never);
}

/** The system and the base weights of those terms that it has. */
function systemOf({ modules: given, couplings: links, constraints }: Reference): System {
  const { term_weights: weights = {}, delta_eta_domain, delta_b } = constraints;
  const keys = new Set([
    ...given.filter(({ type }) => provided(type)).map(({ type }) => `local:${type}`),
    ...links.map(({ type }) => `coup:${type}`),
  ]);
  return defineSystem({
    modules: Object.fromEntries(given.map((module, i) => [`m${i}`, moduleOf(module, constraints)])),
    couplings: links.map(({ i, j, type, options }) => ({
      use: couplings[type]!(named(options) as never),
      between: [`m${i}`, `m${j}`] as const,
    })),
    signals: { delta_eta_domain, delta_b } as Signals,
    weights: Object.fromEntries(Object.entries(weights).filter(([key]) => keys.has(key))),
  });
}

/** Largest difference in units of the largest expected entry. */
function off(actual: readonly number[], expected: readonly number[]): number {
  const scale = Math.max(...expected.map(Math.abs), Number.MIN_VALUE);
  return Math.max(...expected.map((value, i) => Math.abs(actual[i]! - value))) / scale;
}

const whole = references.filter((reference) => reference.modules.every(({ type }) => provided(type)));
const missing = [...new Set(references.flatMap((one) => one.modules.map(({ type }) => type)))].filter(
  (t) => !provided(t),
);
const counted = `${whole.length} of ${references.length} systems`;
const lacking = missing.length === 0 ? '' : ` (not provided yet: ${missing.join(', ')})`;

describe('the numbers of the Python prototype', () => {
  test(`energy, gradient and term norms agree on ${counted}${lacking}`, () => {
    process.stdout.write(`reference systems checked whole: ${counted}${lacking}\n`);
    expect(whole.length).toBeGreaterThanOrEqual(50);
    for (const reference of whole) {
      const system = compile(systemOf(reference));
      const eta = Float64Array.from(reference.etas);
      const gradient = new Float64Array(system.size);
      const scale = Math.max(...[...system.termEnergies(eta, system.unit)].map(Math.abs));
      expect(Math.abs(system.gradient(eta, system.unit, gradient) - reference.energy)).toBeLessThanOrEqual(
        1e-12 * scale,
      );
      expect(system.energy(eta, system.unit)).toBe(system.gradient(eta, system.unit, gradient));
      expect(off([...gradient], reference.gradient)).toBeLessThanOrEqual(1e-12);
      const keys = Object.keys(reference.termGradNorms);
      const norms = system.termNorms(eta, system.unit);
      expect(system.terms.map(({ key }) => key).sort()).toEqual(keys.sort());
      const mine = keys.map((key) => norms[system.terms.findIndex((term) => term.key === key)]!);
      expect(
        off(
          mine,
          keys.map((key) => reference.termGradNorms[key]!),
        ),
      ).toBeLessThanOrEqual(1e-12);
    }
  });

  test('the norms of all coupling terms and of all provided local terms agree on all 160 systems', () => {
    expect(references).toHaveLength(160);
    let checked = 0;
    for (const reference of references) {
      const system = compile(systemOf(reference));
      const norms = system.termNorms(Float64Array.from(reference.etas), system.unit);
      const comparable = system.terms.filter(({ kind, family }) => kind === 'coup' || provided(family));
      const keys = Object.keys(reference.termGradNorms).filter(
        (key) => key.startsWith('coup:') || provided(key.slice(6)),
      );
      expect(comparable.map(({ key }) => key).sort()).toEqual(keys.sort());
      const mine = comparable.map(({ key }) => norms[system.terms.findIndex((term) => term.key === key)]!);
      expect(
        off(
          mine,
          comparable.map(({ key }) => reference.termGradNorms[key]!),
        ),
      ).toBeLessThanOrEqual(1e-12);
      checked += comparable.length;
    }
    expect(checked).toBeGreaterThanOrEqual(987);
  });

  test('the gradient of every module whose type is provided agrees on all 160 systems', () => {
    let checked = 0;
    for (const reference of references) {
      const system = compile(systemOf(reference));
      const gradient = new Float64Array(system.size);
      system.gradient(Float64Array.from(reference.etas), system.unit, gradient);
      const known = reference.modules.flatMap(({ type }, i) => (provided(type) ? [i] : []));
      if (known.length === 0) continue;
      const scale = Math.max(...reference.gradient.map(Math.abs));
      for (const i of known) expect(Math.abs(gradient[i]! - reference.gradient[i]!)).toBeLessThanOrEqual(1e-12 * scale);
      checked += known.length;
    }
    expect(checked).toBeGreaterThanOrEqual(1575);
  });
});
