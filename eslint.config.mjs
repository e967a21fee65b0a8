import eslint from '@eslint/js';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

const EXPORT_ALL = { selector: 'ExportAllDeclaration', message: 'Name what is exported.' };
const ARROW_OF_A_MODULE = {
  selector:
    ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator[id.typeAnnotation=undefined] > ArrowFunctionExpression',
  message: 'Here a function of a module is a function declaration.',
};
const DECLARATION = {
  selector: 'FunctionDeclaration[generator=false]',
  message: 'Here a function is a constant that holds an arrow function.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/generated/**',
      '**/coverage/**',
      '**/.turbo/**',
      // What a build leaves there for a moment; lint runs beside it.
      '**/tsup.config.bundled_*',
      'benchmarks/**',
      'docs/**',
      '**/fixtures/**',
    ],
  },
  eslint.configs.recommended,
  // Rules that need types are in .oxlintrc.json: oxlint reads them in a tenth of the time.
  ...tseslint.configs.strict,
  {
    plugins: { 'simple-import-sort': simpleImportSort },
    rules: { 'simple-import-sort/imports': 'error', 'simple-import-sort/exports': 'error' },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'no-restricted-syntax': ['error', EXPORT_ALL],
    },
  },
  // Functions have one form, each package its own.
  {
    files: ['packages/account-registry/src/**/*.ts', 'scripts/*.mjs'],
    rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, ARROW_OF_A_MODULE] },
  },
  {
    files: ['packages/docs-gen/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, DECLARATION] },
  },
  {
    files: ['**/test/**/*.{ts,mjs}'],
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        clearInterval: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        module: 'readonly',
        require: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
