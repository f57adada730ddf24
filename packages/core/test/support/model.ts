import {
  type AnyModule,
  type EnergyCoordinator,
  type Link,
  asymmetricHinge,
  compile,
  dampedGateBenefit,
  defineModule,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  number,
  quadratic,
  uniform,
} from '../../src/index.js';
import { wave } from './wave.js';

/** A module as a third party would write it: not folded, and its bound alone says how it is bent. */
export const well = defineModule({
  name: 'WellModule',
  meaning: 'depth (η - at)²',
  options: { at: number(0.5, 'its lowest point'), depth: number(1, 'how deep', { min: 0 }) },
  eta: (input: number) => input,
  energy: (eta, { at, depth }) => depth * (eta - at) ** 2,
  slope: (eta, { at, depth }) => 2 * depth * (eta - at),
  bend: (_eta, { depth }) => 2 * depth,
});

/** What ought to be there, kept apart from the coordinator, and random changes of both. */
export class Model {
  readonly modules = new Map<string, AnyModule>();
  readonly links = new Map<number, Link>();
  readonly #draw: () => number;
  #next = 0;

  constructor(seed: number, size: number, links: number) {
    let drawn = 0;
    this.#draw = () => uniform(seed, 0, drawn++);
    for (let i = 0; i < size; i++) this.modules.set(`m${this.#next++}`, this.#module());
    for (let k = 0; k < links; k++) this.links.set(k, this.#link());
  }

  define() {
    return defineSystem({
      modules: Object.fromEntries(this.modules),
      couplings: [...this.links.values()],
      signals: { gain: 0.2 },
    });
  }

  #pick<T>(values: Iterable<T>): T {
    const all = [...values];
    return all[Math.floor(all.length * this.#draw())]!;
  }

  #module(): AnyModule {
    const [x, y] = [this.#draw(), this.#draw()];
    return this.#draw() < 0.7 ? landau({ a: 1.5 * x - 0.3, b: 0.5, h: y }) : well({ at: x, depth: y });
  }

  #link(also: readonly string[] = []): Link {
    const ids = [...this.modules.keys(), ...also];
    const first = also[0] ?? this.#pick(ids);
    const second = this.#pick(ids.filter((id) => id !== first));
    const weight = this.#draw();
    const use = this.#pick([
      quadratic({ weight }),
      directedHinge({ weight }),
      asymmetricHinge({ weight, alpha: 0.7 + this.#draw(), beta: 1.2 }),
      gateBenefit({ weight, signal: 'gain' }),
      dampedGateBenefit({ weight, signal: 'gain', etaPower: 3 }),
      wave({ weight: 0.1 * weight }),
    ]);
    return { use, between: this.#draw() < 0.5 ? [first, second] : [second, first] };
  }

  /** The same random change here and there. */
  change(coordinator: EnergyCoordinator): unknown {
    const id = this.#pick(this.modules.keys());
    switch (Math.floor(6 * this.#draw())) {
      case 0: {
        const couplings = [this.#link(), this.#link()];
        const added = coordinator.add({ couplings });
        added.couplings.forEach((name, k) => this.links.set(name, couplings[k]!));
        return added;
      }
      case 1: {
        const fresh = `m${this.#next++}`;
        const use = this.#module();
        const couplings = [this.#link([fresh]), this.#link([fresh])];
        const added = coordinator.add({ modules: { [fresh]: use }, couplings, eta: { [fresh]: this.#draw() } });
        this.modules.set(fresh, use);
        added.couplings.forEach((name, k) => this.links.set(name, couplings[k]!));
        return added;
      }
      case 2: {
        if (this.links.size === 0) return null;
        const name = this.#pick(this.links.keys());
        this.links.delete(name);
        return coordinator.remove({ couplings: [name] });
      }
      case 3: {
        if (this.modules.size < 5) return null;
        this.modules.delete(id);
        for (const [name, { between }] of this.links) if (between.includes(id)) this.links.delete(name);
        return coordinator.remove({ modules: [id] });
      }
      case 4: {
        const old = this.modules.get(id)!;
        const given = old.name === 'WellModule' ? { at: this.#draw() } : { h: this.#draw() };
        const definition = old.name === 'WellModule' ? well : landau;
        this.modules.set(id, definition({ ...(old.options as object), ...given }));
        return coordinator.change(id, given);
      }
      default:
        return coordinator.update(id, this.#draw());
    }
  }

  /** How far a coordinator is from a fresh compile of what ought to be there, at its order parameters. */
  compare(coordinator: EnergyCoordinator) {
    const fresh = compile(this.define());
    const { eta } = coordinator;
    const gradient = new Float64Array(fresh.size);
    const energy = fresh.gradient(eta, fresh.unit, gradient);
    const apart = (other: Readonly<Float64Array>): number =>
      gradient.reduce((most, slope, i) => Math.max(most, Math.abs(slope - other[i]!)), 0);
    const anew = new Float64Array(fresh.size);
    coordinator.system.gradient(eta, coordinator.system.unit, anew);
    return {
      ids: [...coordinator.system.ids],
      expected: [...fresh.ids],
      energy: Math.abs(energy - coordinator.energy()),
      maintained: apart(coordinator.gradient()),
      compiled: apart(anew),
      residual: fresh.algebra.projectedNorm(eta, gradient),
    };
  }
}
