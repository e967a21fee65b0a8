// What holding an event of five properties to its plan costs, in CPU. The ways take turns in one process; medians count.
import { createRequire } from 'node:module';

import { createPlan } from '@moonwire/segment-sdk/plan';

import { describeMachine, median, table, writeResults } from '../measure.mjs';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');

const REPETITIONS = Number(process.argv[2] ?? 7);
const MOST_MICROSECONDS = 3;
const LEAST_TIMES = 5;

const properties = {
  type: 'object',
  properties: {
    revenue: { type: 'number' },
    currency: { type: 'string', enum: ['USD', 'EUR'] },
    coupon: { type: ['string', 'null'] },
    orderId: { type: 'string', pattern: '^[a-z0-9-]+$' },
    products: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] } },
  },
  required: ['revenue', 'orderId'],
};
/** The rule as the Config API has it, about the whole message: what Typewriter puts into the function of an event. */
const message = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: { context: {}, traits: {}, properties },
  required: ['properties'],
};
const event = {
  type: 'track',
  event: 'Order Completed',
  userId: 'user-42',
  properties: { revenue: 99.9, currency: 'EUR', coupon: null, orderId: 'o-1', products: [{ sku: 'a' }, { sku: 'b' }] },
};

const plan = createPlan({ rules: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: message }] });

/** As its template for TypeScript in Node has it: at each call a new validator, its schemas of schemas, the message. */
const asTypewriter = () => {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true, verbose: true });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  return ajv.validate(message, event);
};

const compiled = new Ajv({ schemaId: 'auto', allErrors: true, verbose: true }).compile(message);

const ways = [
  { name: 'plan.check', calls: 300_000, run: () => plan.check(event).length === 0 },
  { name: "Typewriter's check at run time", calls: 60, run: asTypewriter },
  { name: 'ajv 6, compiled once (no client of Typewriter does)', calls: 300_000, run: () => compiled(event) },
];

/** Microseconds of CPU a call. */
const measure = ({ calls, run }) => {
  const before = process.cpuUsage();
  for (let at = 0; at < calls; at += 1) if (!run()) throw new Error('the event was refused');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
};

const found = ways.map(() => []);
for (let round = 0; round <= REPETITIONS; round += 1)
  ways.forEach((way, at) => {
    const cost = measure(way);
    // The first round warms up.
    if (round > 0) found[at].push(cost);
  });

const costs = found.map(median);
const [ours, theirs] = costs;
const goals = [
  [`at most ${MOST_MICROSECONDS} µs an event`, `${ours.toFixed(2)} µs`, ours <= MOST_MICROSECONDS],
  [
    `at least ${LEAST_TIMES} × faster than Typewriter's check`,
    `${Math.round(theirs / ours)} ×`,
    theirs / ours >= LEAST_TIMES,
  ],
];

writeResults(
  import.meta.url,
  '# Results',
  `${describeMachine()}; medians of ${REPETITIONS} alternating rounds.`,
  table(
    ['way', 'CPU an event, µs'],
    ways.map(({ name }, at) => [name, costs[at].toFixed(2)]),
  ),
  table(
    ['goal', 'found', 'holds'],
    goals.map(([goal, value, holds]) => [goal, value, holds ? 'yes' : 'no']),
  ),
);
if (goals.some(([, , holds]) => !holds)) process.exitCode = 1;
