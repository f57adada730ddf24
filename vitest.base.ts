import { defaultServerConditions } from 'vite';
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

/** Without `module`, which Node does not know: what it leads to need not run there. */
const ofNode = defaultServerConditions.filter((condition) => condition !== 'module');

/**
 * One project per package; `@cfc/*` resolves to sources, so that no test needs a build. The files of a package share processes: most
 * of the time of a small file is its imports. So a test puts back what it replaces; what goes through `vi` is put back for it.
 */
export const project = (name: string, include = 'test/**/*.test.ts'): UserWorkspaceConfig =>
  defineProject({
    ssr: { resolve: { conditions: ['@cfc/source', ...ofNode] } },
    test: {
      name,
      include: [include],
      isolate: false,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  });
