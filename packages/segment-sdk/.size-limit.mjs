import { operations } from './dist/operations.js';

/** Gzipped bytes that one operation may cost: what a client checks and describes, and its documentation. */
const CLIENT_BYTES = 220;
const DOCUMENTED_BYTES = 330;

const tracking = operations.filter(({ auth }) => auth === 'writeKey').length;
const ON_DEMAND = './on-demand-*';

/** @param core The limit without any operation, in bytes. */
const budget = (name, exported, ignore, core, allowance) => ({
  name,
  path: 'dist/index.js',
  import: `{ ${exported} }`,
  gzip: true,
  limit: `${core + allowance} B`,
  ignore,
});

/** Budgets of the client itself; each operation adds the same allowance, so that adding one changes nothing here. */
export default [
  budget(
    'first load, axios included (22.2 kB of it)',
    'createSegment',
    ['jose', ON_DEMAND],
    31_700,
    tracking * CLIENT_BYTES,
  ),
  budget('first load, without axios', 'createSegment', ['axios', 'jose', ON_DEMAND], 9_960, tracking * CLIENT_BYTES),
  budget(
    'first load with the table of operations',
    'createSegment, operations',
    ['axios', 'jose', ON_DEMAND],
    9_915,
    operations.length * DOCUMENTED_BYTES,
  ),
  budget('everything a client can load', 'createSegment', ['axios', 'jose'], 14_635, operations.length * CLIENT_BYTES),
  {
    name: 'the whole Public API, without axios',
    path: 'dist/public-api.js',
    import: '{ createPublicApi }',
    gzip: true,
    limit: '14336 B',
    ignore: ['axios', 'jose'],
  },
  {
    name: 'a tracking plan and its checks, without re2js (46 kB)',
    path: 'dist/plan.js',
    import: '{ createPlan }',
    gzip: true,
    limit: '9500 B',
    ignore: ['re2js'],
  },
];
