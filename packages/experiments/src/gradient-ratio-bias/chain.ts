import type { Layer, Pass } from './layer.js';

/** Layers one after the other. */
export const chain = (...layers: readonly Layer[]): Layer => ({
  parameters: layers.flatMap(({ parameters }) => parameters),
  forward(input) {
    const passes: Pass[] = [];
    let output = input;
    for (const layer of layers) {
      const pass = layer.forward(output);
      passes.push(pass);
      output = pass.output;
    }
    return { output, back: (gradient) => passes.reduceRight((g, pass) => pass.back(g), gradient) };
  },
});

/** x + f(x). */
export const residual = (layer: Layer): Layer => ({
  parameters: layer.parameters,
  forward(input) {
    const { output, back } = layer.forward(input);
    return { output: sum(input, output), back: (gradient) => sum(gradient, back(gradient)) };
  },
});

/** a + b. */
function sum(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
  return out;
}
