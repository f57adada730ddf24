/** The plugins that come with the command itself. */
export const bundled: ReadonlyMap<string, () => Promise<object>> = new Map<string, () => Promise<object>>([
  ['@cfc/modules-sequence', () => import('@cfc/modules-sequence')],
  ['@cfc/modules-gating', () => import('@cfc/modules-gating')],
  ['@cfc/modules-connectivity', () => import('@cfc/modules-connectivity')],
  ['@cfc/modules-compression', () => import('@cfc/modules-compression')],
  ['@cfc/modules-polynomial', () => import('@cfc/modules-polynomial')],
  ['@cfc/modules-attention', () => import('@cfc/modules-attention')],
  ['@cfc/modules-game', () => import('@cfc/modules-game')],
  ['@cfc/adapters-gradnorm', () => import('@cfc/adapters-gradnorm')],
  ['@cfc/adapters-agm', () => import('@cfc/adapters-agm')],
  ['@cfc/adapters-smallgain', () => import('@cfc/adapters-smallgain')],
  ['@cfc/dual', () => import('@cfc/dual')],
  ['@cfc/gspo', () => import('@cfc/gspo')],
]);
