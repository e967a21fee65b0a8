import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

import { base, carryInCjs } from '../../tsup.base.js';

/** Leaves the table in a file of its own, so that a bundle which does not import it does not carry it. */
const tableApart: Plugin = {
  name: 'table-apart',
  setup: (build) => {
    const extension = build.initialOptions.outExtension?.['.js'] ?? '.js';
    build.onResolve({ filter: /^\.\/operations\/index\.js$/ }, () => ({
      path: `./operations${extension}`,
      external: true,
    }));
  },
};

const entries = {
  index: 'src/index.ts',
  operations: 'src/operations/index.ts',
  'public-api': 'src/public-api.ts',
  'public-api-table': 'src/public-api-table.ts',
  'analytics-node': 'src/analytics-node.ts',
  simulator: 'src/simulator.ts',
  'simulator-server': 'src/simulator-server.ts',
};

const options: Options = {
  ...base(entries),
  esbuildPlugins: [tableApart],
};

const apart = {
  plan: 'src/plan.ts',
  queue: 'src/queue.ts',
  durable: 'src/durable.ts',
  opentelemetry: 'src/opentelemetry.ts',
  bullmq: 'src/bullmq.ts',
  relay: 'src/relay.ts',
};

/** Each in a file of its own: shared chunks would make the first load of every client larger. */
const alone: Options = {
  ...base(apart),
  clean: false,
  dts: false,
  splitting: false,
  external: [/^node:/, 'jose'],
};

const [esm, cjs, types] = carryInCjs(options, ['jose']);

export default defineConfig([{ ...esm }, { ...cjs }, { ...types, entry: { ...entries, ...apart } }, alone]);
