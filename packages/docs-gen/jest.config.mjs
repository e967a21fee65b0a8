import base from '../../jest.base.mjs';

export default {
  ...base,
  moduleNameMapper: { ...base.moduleNameMapper, '(.*/client/.*)\\.asset$': '$1.ts', '(.*)\\.asset$': '$1.css' },
  transform: { 'src/html/client/.*\\.ts$': './build/embed.mjs', '\\.css$': './build/embed.mjs', ...base.transform },
};
