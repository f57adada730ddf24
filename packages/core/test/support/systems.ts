import fc from 'fast-check';
import {
  type AnyCoupling,
  type CompiledSystem,
  type System,
  asymmetricHinge,
  compile,
  dampedGateBenefit,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  quadratic,
} from '../../src/index.js';
import { eta, real } from './property.js';
import { wave } from './wave.js';

/** One random coupling as plain data: each family takes of `x`, `y`, `power`, `signal` what it has. */
interface LinkSpec {
  readonly family: keyof typeof makers;
  readonly ends: readonly [number, number];
  readonly weight: number;
  readonly x: number;
  readonly y: number;
  readonly power: number;
  readonly signal: 'gain' | 'loss';
}

/** A random system and a random point of it, as plain data that print and shrink well. */
export interface Spec {
  readonly modules: readonly { readonly a: number; readonly b: number; readonly h: number }[];
  readonly links: readonly LinkSpec[];
  readonly termWeights: readonly number[];
  readonly signals: { readonly gain: number; readonly loss: number };
  readonly eta: readonly number[];
}

const makers = {
  quadratic: ({ weight }: LinkSpec) => quadratic({ weight }),
  directedHinge: ({ weight }: LinkSpec) => directedHinge({ weight }),
  asymmetricHinge: ({ weight, x, y }: LinkSpec) => asymmetricHinge({ weight, alpha: x, beta: y }),
  gateBenefit: ({ weight, signal }: LinkSpec) => gateBenefit({ weight, signal }),
  dampedGateBenefit: ({ weight, signal, x, y, power }: LinkSpec) =>
    dampedGateBenefit({ weight, signal, damping: x, positiveScale: y, negativeScale: 1 - y, etaPower: power }),
  wave: ({ weight }: LinkSpec) => wave({ weight }),
} satisfies Record<string, (spec: LinkSpec) => AnyCoupling>;

export type FamilyName = keyof typeof makers;
export const builtIn: readonly FamilyName[] = [
  'quadratic',
  'directedHinge',
  'asymmetricHinge',
  'gateBenefit',
  'dampedGateBenefit',
];
export const everyFamily: readonly FamilyName[] = [...builtIn, 'wave'];

/**
 * Random systems of 1 to 6 modules. `convex` keeps the local energies convex; `powers` are those that
 * DampedGateBenefitCoupling may have.
 */
export function specs(
  families: readonly FamilyName[],
  { convex = false, powers = [0.5, 1, 1.5, 2, 3] }: { convex?: boolean; powers?: readonly number[] } = {},
): fc.Arbitrary<Spec> {
  return fc.integer({ min: 1, max: 6 }).chain((size) => {
    const link: fc.Arbitrary<LinkSpec> = fc.record({
      family: fc.constantFrom(...families),
      ends: fc
        .tuple(fc.nat(size - 1), fc.nat(Math.max(0, size - 2)))
        .map(([i, step]): [number, number] => [i, (i + 1 + step) % size]),
      weight: real(0, 3),
      x: real(0, 2),
      y: real(0, 1),
      power: fc.constantFrom(...powers),
      signal: fc.constantFrom('gain', 'loss'),
    });
    return fc.record({
      modules: fc.array(fc.record({ a: convex ? real(0, 2) : real(-2, 2), b: real(0, 2), h: real(-1, 1) }), {
        minLength: size,
        maxLength: size,
      }),
      links: size === 1 ? fc.constant([]) : fc.array(link, { maxLength: 10 }),
      termWeights: fc.array(fc.oneof(real(0.1, 3), fc.constantFrom(0, 1)), { minLength: 7, maxLength: 7 }),
      signals: fc.record({ gain: real(0, 1), loss: real(-1, 0) }),
      eta: fc.array(eta, { minLength: size, maxLength: size }),
    });
  });
}

/** The system that a spec describes. */
export function systemOf({ modules, links, termWeights, signals }: Spec): System {
  const uses = links.map((link) => makers[link.family](link));
  const keys = [...new Set(['local:LandauModule', ...uses.map(({ name }) => `coup:${name}`)])];
  return defineSystem({
    modules: Object.fromEntries(modules.map((options, i) => [`m${i}`, landau(options)])),
    couplings: links.map(({ ends: [i, j] }, k) => ({ use: uses[k]!, between: [`m${i}`, `m${j}`] as const })),
    signals: { ...signals },
    weights: Object.fromEntries(keys.map((key, k) => [key, termWeights[k]!])),
  });
}

/** The system compiled, and the point. */
export function built(spec: Spec): { readonly system: CompiledSystem; readonly eta: Float64Array } {
  return { system: compile(systemOf(spec)), eta: Float64Array.from(spec.eta) };
}

/** The gradient as a fresh vector. */
export function gradientOf(system: CompiledSystem, at: Float64Array, env = system.unit): Float64Array {
  const gradient = new Float64Array(system.size);
  system.gradient(at, env, gradient);
  return gradient;
}

/** Row `i` of the Hessian by the product with a unit vector, for all i. */
export function hessianOf(system: CompiledSystem, at: Float64Array): readonly Float64Array[] {
  return Array.from({ length: system.size }, (_, i) => {
    const unit = Float64Array.from({ length: system.size }, (_entry, j) => (i === j ? 1 : 0));
    const row = new Float64Array(system.size);
    system.hessianProduct(at, system.unit, unit, row);
    return row;
  });
}
