import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What scripts of pages may name. */
const names = 'document location history localStorage matchMedia getComputedStyle devicePixelRatio ResizeObserver';
const more = 'EventSource URLSearchParams HTMLElement Element fetch setTimeout';
const browser = Object.fromEntries(`${names} ${more}`.split(' ').map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['**/dist/', '**/reports/', '**/coverage/', 'docs/api/', 'packages/core/wasm/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
  },

  {
    files: ['packages/*/page/*.js'],
    languageOptions: { globals: browser },
  },

  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',

      // With types: promises nobody waits for, switches that forget a case, strings made of objects.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

      // Number loops index typed arrays inside their length; the compiler cannot see that.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An empty body is how a piece says that it does nothing.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },

  {
    files: ['packages/*/src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 200 }] },
  },
  {
    files: ['packages/cli/src/**/*.ts', 'examples/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
