import { defaultServerConditions } from 'vite';
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

/** One project per package; `@cfc/*` resolves to sources, so that no test needs a build. */
export const project = (name: string, include = 'test/**/*.test.ts'): UserWorkspaceConfig =>
  defineProject({
    ssr: { resolve: { conditions: ['@cfc/source', ...defaultServerConditions] } },
    test: { name, include: [include], testTimeout: 120_000, hookTimeout: 120_000 },
  });
