/** The plugins that come with the command itself. */
export const bundled: ReadonlyMap<string, () => Promise<object>> = new Map<string, () => Promise<object>>([
  ['@cfc/modules-sequence', () => import('@cfc/modules-sequence')],
  ['@cfc/modules-gating', () => import('@cfc/modules-gating')],
  ['@cfc/modules-polynomial', () => import('@cfc/modules-polynomial')],
  ['@cfc/adapters-gradnorm', () => import('@cfc/adapters-gradnorm')],
  ['@cfc/adapters-agm', () => import('@cfc/adapters-agm')],
  ['@cfc/adapters-smallgain', () => import('@cfc/adapters-smallgain')],
]);
