import { dot, norm, type Vector } from '@cfc/core';

/** Cosine of the angle between two states, η · ρ / (|η| |ρ|); 0 where one of them is 0. Source: the prototype's `alignment`. */
export function alignment(eta: Vector, reference: Vector): number {
  const lengths = norm(eta) * norm(reference);
  return lengths === 0 ? 0 : dot(eta, reference) / lengths;
}

/** Euclidean distance |η - ρ| of two states. Source: the prototype's `drift`. */
export function drift(eta: Vector, reference: Vector): number {
  let squares = 0;
  for (let i = 0; i < eta.length; i++) squares += (eta[i]! - reference[i]!) ** 2;
  return Math.sqrt(squares);
}
