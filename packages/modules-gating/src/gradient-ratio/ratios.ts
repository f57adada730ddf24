import { meanMagnitude, parameters, rootMeanSquare } from './magnitude.js';
import type { LayerGradient } from './summary.js';

type Layers = readonly LayerGradient[];

/**
 * The ratios, of counted layers of finite gradients, to a host that has not vanished. Infinity where a quotient overflows.
 *
 * Source: ticket B3-DRL-14, today's formula and its first two recommended fixes.
 */
export const ratios = {
  /** Today's: (‖g_seed‖ / ‖g_host‖) √(n_host / n_seed), which is the quotient of the root mean squares. */
  sqrtParameters: (seed: Layers, host: Layers): number => rootMeanSquare(seed) / rootMeanSquare(host),

  /** The quotient of Σ|g| / n. */
  perParameter: (seed: Layers, host: Layers): number => meanMagnitude(seed) / meanMagnitude(host),

  /**
   * √(Σ_l n_l (rms_l / rms_host(type of l))² / Σ n_l): every layer measured by the host's layers of its own type, then the root
   * mean square over parameters. By the whole host where it has no layer of the type, or only vanished ones.
   */
  perLayerType(seed: Layers, host: Layers, vanishing: number): number {
    const whole = rootMeanSquare(host);
    const scales = new Map<string, number>();
    for (const { type } of seed) {
      if (!scales.has(type)) scales.set(type, typeScale(type, host, vanishing) ?? whole);
    }
    const measured = (norm: number, type: string): number => Math.min(norm / scales.get(type)!, Number.MAX_VALUE);
    return rootMeanSquare(seed.map((layer) => ({ ...layer, norm: measured(layer.norm, layer.type) })));
  },
} as const;

/** Name of one of `ratios`. */
export type RatioName = keyof typeof ratios;

function typeScale(type: string, host: Layers, vanishing: number): number | null {
  const same = host.filter((layer) => layer.type === type);
  return hasVanished(same, vanishing) ? null : rootMeanSquare(same);
}

/** Whether layers give no scale: their norm lies below `vanishing`, or a mean of them is 0. */
export function hasVanished(layers: Layers, vanishing: number): boolean {
  const scale = rootMeanSquare(layers);
  return !(scale * Math.sqrt(parameters(layers)) >= vanishing && scale > 0 && meanMagnitude(layers) > 0);
}
