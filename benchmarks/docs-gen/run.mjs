// Run with `npm ci && npm start` after `npm run build` at the root.
import { performance } from 'node:perf_hooks';
import { countTokens as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { createAgentDocs, renderReference, standardTargets } from '../../packages/docs-gen/dist/index.js';
import { segmentReference } from '../../packages/segment-lua/dist/index.js';
import { describeMachine, median, table, writeResults } from '../measure.mjs';

const RUNS = 30;

/** Segment's own operations over and over, under other names, until there are as many as asked for. */
const withOperations = (count) => ({
  ...segmentReference,
  operations: Array.from({ length: count }, (_, index) => {
    const operation = segmentReference.operations[index % segmentReference.operations.length];
    return index < segmentReference.operations.length
      ? operation
      : { ...operation, name: `${operation.name}_${index}`, method: `${operation.method}${index}`, group: 'more' };
  }),
});

/** The first run, and the median of many, in milliseconds. */
const measure = (work) => {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { first: times[0], middle: median(times) };
};

const rows = [];
const row = (what, work, budget = '') => {
  const { first, middle } = measure(work);
  rows.push([what, first.toFixed(1), middle.toFixed(1), budget]);
};

const large = withOperations(200);
row('short reference', () => renderReference(segmentReference), '5');
row('all targets, 200 operations', () => standardTargets.flatMap(({ render }) => render(large)), '1,000');
for (const { name, render } of standardTargets) row(`– ${name}`, () => render(large));
row('agent docs made, 200 operations', () => createAgentDocs(large));
const docs = createAgentDocs(large);
row('search of 200 operations, with a typo', () => docs.search('list sorces'));

const agentDocs = createAgentDocs(segmentReference);
const pages = agentDocs.list().map(({ name, tokens }) => {
  const { page } = agentDocs.read(name);
  return [name, tokens, o200k(page.text), cl100k(page.text)];
});

writeResults(
  import.meta.url,
  `${describeMachine()}; the first run and the median of ${RUNS}, in milliseconds.`,
  table(['', 'first', 'median', 'budget'], rows),
  'Tokens of each page for agents:',
  table(['page', 'estimated', 'o200k_base', 'cl100k_base'], pages),
);
