import { defineConfig, type Options } from 'tsup';

import { base } from '../../tsup.base.js';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Axios is one file for `require` and sixty for `import`, and the command line is waited for while they are read: it is
 * the one, and read when something is sent over the network.
 */
const axiosWhenSending: Plugin = {
  name: 'axios-when-sending',
  setup(build) {
    const namespace = 'axios-when-sending';
    build.onResolve({ filter: /^axios$/ }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /^axios$/, namespace }, () => ({
      contents: `
        import { createRequire } from 'node:module';
        let axios;
        const load = () => (axios ??= createRequire(import.meta.url)('axios'));
        const late = (pick) =>
          new Proxy(function () {}, {
            get: (_, name) => pick()[name],
            construct: (_, values) => Reflect.construct(pick(), values),
          });
        export default late(load);
        export const AxiosError = late(() => load().AxiosError);
        export const AxiosHeaders = late(() => load().AxiosHeaders);
      `,
    }));
  },
};

/** The typings are all that the package adds: at run time it is commander. */
const typingsAsCommander: Plugin = {
  name: 'typings-as-commander',
  setup(build) {
    build.onResolve({ filter: /^@commander-js\/extra-typings$/ }, () => ({ path: 'commander', external: true }));
  },
};

const cli: Options = {
  ...base({ cli: 'src/cli/main.ts', 'map-thread': 'src/import/map-thread.ts' }),
  format: 'esm',
  platform: 'node',
  dts: false,
  clean: false,
  minify: true,
  noExternal: ['axios', /^@moonwire\/segment-sdk/],
  // Only OAuth needs it, which the command line has no options for.
  // BullMQ and ioredis only by who works off a queue in Redis.
  external: [/^node:/, 'jose', 'bullmq', 'ioredis'],
  esbuildPlugins: [axiosWhenSending, typingsAsCommander],
};

export default defineConfig([
  base({
    index: 'src/index.ts',
    check: 'src/check.ts',
    reference: 'src/reference.ts',
    redis: 'src/redis.ts',
    jobs: 'src/jobs.ts',
  }),
  cli,
]);
