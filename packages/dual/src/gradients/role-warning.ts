import type { MethodName } from './methods/method.js';

const names: Partial<Record<MethodName, string>> = {
  pcgrad: 'PCGrad',
  mgda: 'MGDA',
  upgrad: 'UPGrad',
  dualproj: 'DualProj',
};

/** What a method that moves the solution of a Lagrangian is called; null for the sum, and CAGrad with c < 1. */
export const surgeryCalled = (method: MethodName, c: number): string | null =>
  method === 'cagrad' && c >= 1 ? `CAGrad with c = ${c}` : (names[method] ?? null);

/**
 * Says where surgery over gradients of different roles breaks dual ascent; null where it does not: the sum, CAGrad with
 * c < 1, or gradients of one role.
 *
 * Measured on min ½|x - (2, 1)|² with x₁ <= 1, x₁ + x₂ <= 1.5: the sum and CAGrad reach x* = (1, 0.5); MGDA and UPGrad stay at
 * (2, 1) while λ rises to its cap; PCGrad wanders.
 */
export function roleWarning(method: MethodName, roles: readonly string[], c: number): string | null {
  const called = surgeryCalled(method, c);
  if (called === null || new Set(roles).size < 2) return null;
  const each = [...new Set(roles)].join(', ');
  return `${called} over gradients of different roles (${each}) breaks dual ascent: multipliers rise and the constraints are not met. Combine by it within one role, or take sum, or CAGrad with c < 1.`;
}
