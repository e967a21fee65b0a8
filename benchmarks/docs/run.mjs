// Run with `npm ci && npm start` after `npm run build` at the root.
import { performance } from 'node:perf_hooks';
import { countTokens as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { createAgentDocs, renderReference, standardTargets } from '../../packages/docs-gen/dist/index.js';
import { segmentReference } from '../../packages/segment-lua/dist/index.js';

const RUNS = 30;

/** Segment's own operations over and over, under other names, until there are as many as asked for. */
const withOperations = (count) => ({
  ...segmentReference,
  operations: Array.from({ length: count }, (_, index) => {
    const operation = segmentReference.operations[index % segmentReference.operations.length];
    return index < segmentReference.operations.length ? operation : { ...operation, name: `${operation.name}_${index}`, method: `${operation.method}${index}`, group: 'more' };
  }),
});

/** The first run, and the median of many, in milliseconds. */
const measure = (work) => {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { first: times[0], median: times.toSorted((one, other) => one - other)[RUNS / 2] };
};

const row = (what, { first, median }, budget = '') =>
  console.log(`${what.padEnd(44)} ${first.toFixed(1).padStart(9)} ${median.toFixed(1).padStart(9)}  ${budget}`);

const large = withOperations(200);
console.log(`${'milliseconds'.padEnd(44)} ${'first'.padStart(9)} ${'median'.padStart(9)}  budget`);
row('short reference, 8 functions', measure(() => renderReference(segmentReference)), '5');
row('all targets, 200 operations', measure(() => standardTargets.flatMap(({ render }) => render(large))), '1000');
for (const { name, render } of standardTargets) row(`  ${name}`, measure(() => render(large)));
row('agent docs made, 200 operations', measure(() => createAgentDocs(large)));
const docs = createAgentDocs(large);
row('search of 200 operations, with a typo', measure(() => docs.search('list sorces')));

console.log('\ntokens: estimated, o200k_base, cl100k_base');
const agentDocs = createAgentDocs(segmentReference);
for (const { name, tokens } of agentDocs.list()) {
  const { page } = agentDocs.read(name);
  console.log(`${name.padEnd(20)} ${String(tokens).padStart(6)} ${String(o200k(page.text)).padStart(6)} ${String(cl100k(page.text)).padStart(6)}`);
}
