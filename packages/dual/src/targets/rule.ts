import type { Plain } from '../contract.js';

/** How a target comes about: a `Target` that nobody has replaced by `set`. */
export interface TargetRule {
  at(step: number): number | null;
  observe(raw: number, normalized: number): void;
  state(): Plain;
}
