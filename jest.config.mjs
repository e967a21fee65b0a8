import base from './jest.base.mjs';

/** The tests of the root's own scripts. */
export default {
  ...base,
  testMatch: ['<rootDir>/scripts/test/**/*.test.mjs'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/packages', '<rootDir>/apps'],
};
