import {
  type CompiledSystem,
  type Vector,
  compile,
  couplingColumns,
  defineSystem,
  landau,
  moduleColumns,
  quadratic,
  relax,
} from '@cfc/core';
import type { ChainModel } from './copying-chain.js';

/**
 * The energy of the first `count` elements, a module for each, in nats:
 * F = -Σ evidence η + strength Σ (J₁ (η_t - η_{t-1})² + J (η_t - η_{t-lag})²).
 *
 * At `strength` 1, J + J₁ and J - J₁ are the log odds of a copy where the two elements that it may come from agree and
 * where they do not. On corners of the box this is an Ising model of the chain; it leaves out that the chain is directed.
 */
export function contextEnergy(
  evidence: readonly number[],
  model: ChainModel,
  strength = 1,
  count = evidence.length,
): CompiledSystem {
  const { lag, share, flip } = model;
  const agreeing = logit(1 - flip);
  const differing = logit(share * (1 - flip) + (1 - share) * flip);
  const far = (strength * (agreeing + differing)) / 2;
  const near = (strength * (agreeing - differing)) / 2;
  const late = Array.from({ length: Math.max(0, count - lag) }, (_, k) => lag + k);
  const link = (back: number, weight: number) =>
    couplingColumns(quadratic, {
      a: Int32Array.from(late, (t) => t - back),
      b: Int32Array.from(late),
      with: { weight },
    });
  const field = Float64Array.from(evidence.slice(0, count));
  return compile(
    defineSystem({
      modules: [moduleColumns(landau, { count, prefix: 'element', with: { a: 0, b: 0, h: field } })],
      couplings: late.length === 0 ? [] : [link(1, near), link(lag, far)],
    }),
  );
}

const logit = (p: number): number => Math.log(p / (1 - p));

/** The decision that an order parameter stands for. */
export const decided = (eta: number): number => (eta > 0.5 ? 1 : 0);

/** The order parameters of least energy, given the whole sequence. */
export function withContext(system: CompiledSystem): Vector {
  return relax(system, new Float64Array(system.size).fill(0.5)).vector;
}

/** What each element would be taken for when it arrives: the relaxed energy of its prefix, cut off after it. */
export function prefixOnly(evidence: readonly number[], model: ChainModel, strength = 1): Float64Array {
  return Float64Array.from(evidence, (_, t) => withContext(contextEnergy(evidence, model, strength, t + 1))[t]!);
}
