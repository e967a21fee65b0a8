import base from '../../jest.base.mjs';

export default {
  ...base,
  // As in the build, fengari's compiler finds a door in place of the rest of fengari: see `compilerOnly` there.
  moduleNameMapper: {
    '^\\./(lobject|ldebug|ldo|lfunc|lstring|ltable|luaconf|lvm)\\.js$': '<rootDir>/src/vm/compiler/door.cjs',
    ...base.moduleNameMapper,
  },
};
