import base from '../../jest.base.mjs';

export default {
  ...base,
  // As in the build, fengari's parser finds a door in place of the rest of fengari: see `parserOnly` there.
  moduleNameMapper: {
    '^\\./(llex|lobject|ldo|lfunc|lstring|ltable|luaconf|lvm)\\.js$': '<rootDir>/src/vm/compiler/door.cjs',
    '^\\./defs\\.js$': '<rootDir>/src/vm/compiler/definitions.cjs',
    '^\\./lopcodes\\.js$': '<rootDir>/src/vm/compiler/instructions.cjs',
    ...base.moduleNameMapper,
  },
};
