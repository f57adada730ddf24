import {
  type AnyCoupling,
  type AnyModule,
  type CompiledSystem,
  type Link,
  compile,
  dampedGateBenefit,
  defineSystem,
  descent,
  fixedStep,
  gateBenefit,
  landau,
} from '@cfc/core';
import { energyGating } from '@cfc/modules-gating';

/** F = a η² + b η⁴ - Δ ηᵖ with a = b = PRICE: open is best, η = 1, where the benefit Δ exceeds 2 PRICE, for every p. */
export const PRICE = 0.1;
/** A benefit that is worth it. */
export const BENEFIT = 0.4;
export const STEP = 0.05;

/** Gradient descent, as it comes. */
export const method = descent({ search: fixedStep({ step: STEP }) });

/** The coupling of a power; at 1 it is the plain gate benefit. */
const benefitOf = (power: number, signal: string): AnyCoupling =>
  power === 1 ? gateBenefit({ signal }) : dampedGateBenefit({ etaPower: power, signal });

/** One gate for each of the given powers and signals, the domain that they serve last. */
export function gates(
  each: readonly { readonly power: number; readonly signal: string }[],
  signals: Readonly<Record<string, number>>,
): CompiledSystem {
  const modules: Record<string, AnyModule> = {};
  const couplings: Link[] = each.map(({ power, signal }, i) => {
    modules[`gate${i}`] = energyGating({ a: PRICE, b: PRICE });
    return { use: benefitOf(power, signal), between: [`gate${i}`, 'domain'] };
  });
  modules.domain = landau();
  return compile(defineSystem({ modules, couplings, signals }));
}

/**
 * The time that gradient flow takes from η to 1/2: ∫ dη / (p Δ η^{p-1} - 2a η - 4b η³), by the midpoint rule in ln η;
 * infinite where something holds it back on the way.
 */
export function timeToOpen(power: number, from: number): number {
  const parts = 20_000;
  const [low, high] = [Math.log(from), Math.log(0.5)];
  let time = 0;
  for (let k = 0; k < parts; k++) {
    const eta = Math.exp(low + ((k + 0.5) / parts) * (high - low));
    const force = power * BENEFIT * eta ** (power - 1) - 2 * PRICE * eta - 4 * PRICE * eta ** 3;
    if (force <= 0) return Infinity;
    time += (((high - low) / parts) * eta) / force;
  }
  return time;
}
