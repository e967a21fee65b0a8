import base from '../../jest.base.mjs';

export default {
  ...base,
  // Jest would leave one of two cores idle.
  maxWorkers: 2,
  moduleNameMapper: { ...base.moduleNameMapper, '(.*/client/.*)\\.asset$': '$1.ts', '(.*)\\.asset$': '$1.css' },
  transform: { 'src/html/client/.*\\.ts$': './build/embed.mjs', '\\.css$': './build/embed.mjs', ...base.transform },
};
