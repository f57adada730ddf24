import { expect, test, vi } from 'vitest';

test('where WebAssembly is missing or forbidden, systems run in plain TypeScript', async () => {
  for (const replacement of [undefined, { Module: forbidden }]) {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', replacement);
    const { compile, defineSystem, landau } = await import('../../src/index.js');
    const system = compile(defineSystem({ modules: { x: landau({ h: 0.4 }) } }));
    expect(system.backend).toBe('js');
    expect(system.energy(Float64Array.of(0.5), system.unit)).toBeCloseTo(0.1125, 15);
    vi.unstubAllGlobals();
  }
});

/** What a content-security policy without wasm-unsafe-eval makes of compiling. */
function forbidden(): never {
  throw new EvalError('Refused to compile WebAssembly');
}
