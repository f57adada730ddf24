import { defaultServerConditions } from 'vite';
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

/** Without `module`, which Node does not know: what it leads to need not run there. */
const ofNode = defaultServerConditions.filter((condition) => condition !== 'module');

/** One project per package; `@cfc/*` resolves to sources, so that no test needs a build. */
export const project = (name: string, include = 'test/**/*.test.ts'): UserWorkspaceConfig =>
  defineProject({
    ssr: { resolve: { conditions: ['@cfc/source', ...ofNode] } },
    test: { name, include: [include], testTimeout: 120_000, hookTimeout: 120_000 },
  });
