import { fileURLToPath } from 'node:url';

import { findTestPrograms } from './scripts/test-machine.mjs';

Object.assign(process.env, findTestPrograms());

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Time for a slow machine that runs other tests meanwhile; what is fast is not slowed by it.
  testTimeout: 30_000,
  reporters: ['default', fileURLToPath(new URL('./jest-count-reporter.cjs', import.meta.url))],
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
