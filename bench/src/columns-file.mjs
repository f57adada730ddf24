import { writeFileSync } from 'node:fs';

/**
 * Writes columns for a peer in another language: eta, h, a, b of the modules, ends and weight of pulls, unit hinges and hinges,
 * alpha and beta. The gates and their signal are folded into h, as the compiler of systems does.
 */
export function writeColumns(path, { size, eta, modules, pulls, unitHinges, hinges, gates, signal }) {
  const h = Float64Array.from(modules.h);
  gates.a.forEach((i, k) => (h[i] += gates.weight[k] * signal));
  const parts = [eta, h, modules.a, new Float64Array(size).fill(modules.b)];
  for (const { a, b, weight } of [pulls, unitHinges, hinges]) parts.push(a, b, weight);
  parts.push(hinges.alpha, hinges.beta);
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
}
