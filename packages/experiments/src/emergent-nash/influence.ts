import { type CompiledSystem, compile, defineSystem, quadratic, uniform } from '@cfc/core';
import { type Game, type Profile, redemption, regretModule } from '@cfc/modules-game';
import { energyGating } from '@cfc/modules-gating';
import type { Influence } from './cell.js';

/** What all players see of a round. */
export interface Seen {
  readonly round: number;
  readonly profile: Profile;
  /** Order parameters, 1 - normalised regret. */
  readonly eta: Float64Array;
  /** What actions would earn, in spans. */
  readonly payoffs: readonly (readonly number[])[];
}

/** Whose gate is open, and the payoffs that they learn from. */
export interface Learnt {
  readonly open: readonly boolean[];
  readonly payoffs: readonly (readonly number[])[];
}

/** Regret, in spans, up to which a gate without couplings stays closed. */
const TOLERATED = 0.005;
/** The fall of the energy F = (1 - η)² + (1 - η)⁴ for each unit of η there: what opening costs. */
const GATE = energyGating({ cost: 2 * TOLERATED + 4 * TOLERATED ** 3, straightThrough: true });
const COUPLING = quadratic({ weight: 1 });
const PLAYER = regretModule();
/** Slopes of the energy shrink with the regret: they are learnt from that much faster. */
const SPEED = 3;

/**
 * What η does to learning:
 * - alone: nothing;
 * - own gate: a player learns only where its own energy would fall by more than the cost;
 * - coupled gate: the same of the total energy with (η_i - η_j)² between neighbours, so that those better off hold still;
 * - gate by lot: as many open gates as the coupled ones (at most all), but which of the own gates is drawn;
 * - own energy: all descend their own F(η) in their strategies, so the own payoffs count by the slope;
 * - total energy: all descend Σ F(η), so what they do for the regrets of their neighbours counts too.
 */
export function influenceOf(influence: Influence, game: Game, seed: number): (seen: Seen) => Learnt {
  const everybody = game.players.map(() => true);
  const gatesOf = (coupled: boolean) => gates(playersOf(game, coupled));
  switch (influence) {
    case 'alone':
      return ({ payoffs }) => ({ open: everybody, payoffs });
    case 'own gate':
    case 'coupled gate': {
      const opened = gatesOf(influence === 'coupled gate');
      return ({ eta, payoffs }) => ({ open: opened(eta), payoffs });
    }
    case 'gate by lot': {
      const [own, coupled] = [gatesOf(false), gatesOf(true)];
      return ({ eta, payoffs, round }) => {
        const count = coupled(eta).filter(Boolean).length;
        return { open: byLot(own(eta), count, (player) => uniform(seed, 10_000 + round, player)), payoffs };
      };
    }
    case 'own energy':
      return ({ eta, payoffs }) => ({
        open: everybody,
        payoffs: slopes(eta).map((slope, i) => payoffs[i]!.map((payoff) => slope * payoff)),
      });
    case 'total energy':
      return ({ profile, eta, payoffs }) => {
        const slope = slopes(eta);
        const relief = redemption(
          game,
          profile,
          slope.map((one, i) => one / game.spans[i]!),
        );
        return {
          open: everybody,
          payoffs: slope.map((one, i) => payoffs[i]!.map((payoff, a) => one * payoff + relief[i]![a]!)),
        };
      };
  }
}

/** How fast each energy falls as η rises, sped up. */
const slopes = (eta: Float64Array): readonly number[] =>
  Array.from(eta, (one) => -SPEED * PLAYER.family.slope(one, PLAYER.options, {}));

/** Every player a module; coupled to those whom it plays with, or to nobody. */
const playersOf = (game: Game, coupled: boolean): CompiledSystem =>
  compile(
    defineSystem({
      modules: Object.fromEntries(game.players.map((name) => [name, PLAYER])),
      couplings: game.pairs
        .filter(() => coupled)
        .map(({ first, second }) => ({ use: COUPLING, between: [game.players[first]!, game.players[second]!] })),
    }),
  );

/** A gate opens where the energy falls by more than the cost for each unit by which the player's η rises. */
function gates(system: CompiledSystem): (eta: Float64Array) => readonly boolean[] {
  const gradient = new Float64Array(system.size);
  return (eta) => {
    system.gradient(eta, system.unit, gradient);
    return Array.from(gradient, (slope) => GATE.family.eta({ gain: -slope }, GATE.options) === 1);
  };
}

/** So many of the open ones, those of the lowest lots. */
function byLot(open: readonly boolean[], count: number, lot: (player: number) => number): readonly boolean[] {
  const lots = open.flatMap((is, player) => (is ? [{ player, lot: lot(player) }] : [])).sort((a, b) => a.lot - b.lot);
  const chosen = new Set(lots.slice(0, count).map(({ player }) => player));
  return open.map((_, player) => chosen.has(player));
}
