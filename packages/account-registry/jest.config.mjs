import base from '../../jest.base.mjs';

export default { ...base, globalSetup: './test/system-packages.mjs', testTimeout: 60_000 };
