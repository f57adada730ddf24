import type { Plan } from '@cfc/core';

const slots = ['guard', 'stop', 'schedule', 'adapter'] as const;

/** The pieces of a plan in one line: `Descent (Backtracking), guard Monotone, stop MaxSteps, seed 0`. */
export function planText(plan: Plan): string {
  const parts = slots.flatMap((slot) => (plan[slot] === undefined ? [] : [`${slot} ${pieceText(plan[slot])}`]));
  return [pieceText(plan.method), ...parts, `seed ${plan.seed ?? 0}`].join(', ');
}

/** A piece's name and, in brackets, those of the pieces inside it. */
function pieceText(piece: object): string {
  const { name, options = {} } = piece as { name: string; options?: object };
  const inner = Object.values(options).flat().filter(isPiece);
  return inner.length === 0 ? name : `${name} (${inner.map(pieceText).join(', ')})`;
}

const isPiece = (value: unknown): value is object => typeof value === 'object' && value !== null && 'slot' in value;
