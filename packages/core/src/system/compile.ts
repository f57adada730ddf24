import type { Backend, CompiledSystem } from '../contract/system.js';
import type { System } from './define.js';
import { packed } from './packed.js';

export function compile(system: System, given: { readonly backend?: Backend } = {}): CompiledSystem {
  const { backend = 'wasm' } = given;
  return packed(system, backend);
}
