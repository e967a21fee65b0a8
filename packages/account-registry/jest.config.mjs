import base from '../../jest.base.mjs';

export default { ...base, globalSetup: './test/system-packages.mjs', testTimeout: 240_000 };
