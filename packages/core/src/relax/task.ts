import type { Vector } from '../contract/energy.js';
import type { Point, Task } from '../contract/pieces.js';
import type { CompiledSystem, Environment, TermSums } from '../contract/system.js';
import { CfcError, isCfcError } from '../errors.js';

/** Below this share of the energies, their difference is taken term by term. */
const CANCELS = 1e-9;

/** How many evaluations one step made. */
export interface Counter {
  energy: number;
  gradient: number;
}

/**
 * The task of one step; evaluations are added to `counter`.
 *
 * @param vector makes the vectors that the step needs; new ones where nobody takes them back
 * @param sums room for the sums of the terms, which gradients then bring along, but for the one at `begin`
 * @param begin where the step begins
 */
export function taskOf(
  system: CompiledSystem,
  env: Environment,
  iteration: number,
  seed: number,
  counter: Counter,
  vector: () => Float64Array = () => new Float64Array(system.size),
  sums: (() => TermSums) | null = null,
  begin: Vector | null = null,
): StepTask {
  return new StepTask(system, env, iteration, seed, counter, vector, sums, begin);
}

/** A class, since one is made for every step. */
export class StepTask implements Task {
  /** The last two points that were compared, and what came of it: search, guard and loop ask for the same pair. */
  private from: Point | null = null;
  private to: Point | null = null;
  private change = 0;
  /** Where sums were last brought along, and what they were. */
  private last: Vector | null = null;
  private sums: TermSums | undefined;

  constructor(
    readonly system: CompiledSystem,
    readonly env: Environment,
    readonly iteration: number,
    readonly seed: number,
    private readonly counter: Counter,
    readonly vector: () => Float64Array,
    private readonly room: (() => TermSums) | null,
    private readonly begin: Vector | null,
  ) {}

  point(eta: Vector): Point {
    this.counter.energy++;
    return { eta, energy: this.system.energy(eta, this.env), gradient: null };
  }

  pointWithGradient(eta: Vector): Point {
    const gradient = this.vector();
    return { eta, energy: this.evaluated(eta, gradient), gradient };
  }

  gradient(point: Point): Vector {
    if (point.gradient !== null) return point.gradient;
    const gradient = this.vector();
    this.evaluated(point.eta, gradient);
    // The point belongs to this step: remembering its gradient changes nothing that can be observed.
    (point as { gradient: Vector | null }).gradient = gradient;
    return gradient;
  }

  /** The sums of the terms at a point, where the last gradient that was watched was taken there. */
  sumsAt({ eta }: Point): TermSums | undefined {
    return this.last === eta ? this.sums : undefined;
  }

  private evaluated(eta: Vector, gradient: Float64Array): number {
    this.counter.gradient++;
    if (this.room === null || eta === this.begin) return this.system.gradient(eta, this.env, gradient);
    this.last = eta;
    this.sums = this.room();
    return this.system.gradient(eta, this.env, gradient, this.sums);
  }

  difference(from: Point, to: Point): number {
    if (this.from === from && this.to === to) return this.change;
    const plain = to.energy - from.energy;
    const scale = Math.abs(from.energy) + Math.abs(to.energy);
    this.change = Math.abs(plain) > CANCELS * scale ? plain : this.system.difference(from.eta, to.eta, this.env);
    this.from = from;
    this.to = to;
    return this.change;
  }
}

/**
 * Runs a step. Where it fails because a family throws or is not finite at `from`, the error names that family:
 * a method may have carried a NaN on to a place where nobody could tell any more where it came from.
 */
export function blaming<T>({ system }: Task, from: Point, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (isCfcError(error) && error.code === 'ENERGY_INVALID') throw error;
    throw system.faultAt(from.eta) ?? error;
  }
}

/** Throws `CAPABILITY_MISSING` where a piece needs what a family of the system does not offer. */
export function requireCapabilities(
  system: CompiledSystem,
  piece: { readonly requires?: readonly string[]; readonly name?: string },
): void {
  for (const capability of piece.requires ?? []) {
    const missing = system.lacks(capability as Parameters<CompiledSystem['lacks']>[0]);
    if (missing === null) continue;
    throw new CfcError(
      'CAPABILITY_MISSING',
      `${piece.name ?? 'the method'} needs "${capability}", not offered by ${missing}`,
      'plan',
    );
  }
}
