import type { LocalKernel } from '../contract/energy.js';
import { near } from './report.js';

/** Throws unless a packed loop gives what the loop over the scalar functions gives, with and without a gradient. */
export function sameKernels(packed: LocalKernel, looped: LocalKernel, eta: Float64Array): void {
  const [fast, slow] = [packed, looped].map((kernel) => {
    const gradient = new Float64Array(eta.length).fill(0.25);
    const energy = kernel(eta, 1.7, gradient);
    near(kernel(eta, 1.7, null), energy, 1e-13, 'the energy alone');
    return { energy, gradient };
  });
  near(fast!.energy, slow!.energy, 1e-12, 'packed energy');
  fast!.gradient.forEach((slope, i) => near(slope, slow!.gradient[i]!, 1e-12, `packed slope of entry ${i}`));
}
