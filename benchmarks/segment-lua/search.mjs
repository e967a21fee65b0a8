// How often a question finds its function among the first three, beside plain BM25. `node search.mjs` after a build.
import { readFileSync } from 'node:fs';
import { createAgentDocs } from '../../packages/docs-gen/dist/index.js';
import { wholeReference } from '../../packages/segment-lua/dist/reference.js';
import { table } from '../measure.mjs';

const read = (name) =>
  JSON.parse(
    readFileSync(new URL(`../../packages/segment-lua/test/docs/questions/${name}.json`, import.meta.url), 'utf8'),
  );

const groups = wholeReference.groups.flatMap((group) => group.operations.map((operation) => ({ operation, group })));
const functions = [...wholeReference.operations.map((operation) => ({ operation, group: { words: [] } })), ...groups];
const docs = createAgentDocs(wholeReference);

const split = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** BM25 as the textbooks have it (k1 1.2, b 0.75): each function is one text. */
const createBm25 = (texts) => {
  const entries = texts.map(([name, text]) => ({ name, words: split(text) }));
  const average = entries.reduce((sum, { words }) => sum + words.length, 0) / entries.length;
  const counts = entries.map(({ words }) => groupWords(words));
  const having = (word) => counts.filter((count) => count.has(word)).length;
  return (query, limit) => {
    const terms = split(query).map((word) => [
      word,
      Math.log(1 + (entries.length - having(word) + 0.5) / (having(word) + 0.5)),
    ]);
    const score = (index) =>
      terms.reduce((sum, [word, rarity]) => {
        const count = counts[index].get(word)?.length ?? 0;
        return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * entries[index].words.length) / average));
      }, 0);
    return entries
      .map(({ name }, index) => [name, score(index)])
      .filter(([, points]) => points > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([name]) => name);
  };
};

const groupWords = (words) => {
  const found = new Map();
  for (const word of words) found.set(word, [...(found.get(word) ?? []), word]);
  return found;
};

const textOf = ({ operation: { name, summary, input, words = [], examples = [] }, group }) =>
  [
    name,
    summary,
    ...words,
    ...(group.words ?? []),
    ...Object.entries(input.properties ?? {}).flatMap(([field, { description = '' }]) => [field, description]),
    ...examples.map(({ title }) => title),
  ].join(' ');

const withoutWords = ({ operation, group }) =>
  textOf({ operation: { ...operation, words: [] }, group: { ...group, words: [] } });
const pageOf = ({ operation: { name } }) => docs.read(name).page.text;

const searches = {
  'docs-gen': (query, limit) => docs.search(query, limit).map(({ name }) => name),
  'plain BM25, the same texts': createBm25(functions.map((one) => [one.operation.name, textOf(one)])),
  'plain BM25, without the further words': createBm25(functions.map((one) => [one.operation.name, withoutWords(one)])),
  'plain BM25, the whole pages': createBm25(functions.map((one) => [one.operation.name, pageOf(one)])),
};

const [asked, heldOut] = [read('asked'), read('held-out')];
const rate = (search, questions, most) => {
  const hits = questions.filter(([question, ...answers]) =>
    search(question, most).some((name) => answers.includes(name)),
  );
  return `${((100 * hits.length) / questions.length).toFixed(0)} %`;
};

console.log(
  table(
    ['', `first of ${asked.length}`, 'first three', `first of ${heldOut.length} kept back`, 'first three'],
    Object.entries(searches).map(([name, search]) => [
      name,
      rate(search, asked, 1),
      rate(search, asked, 3),
      rate(search, heldOut, 1),
      rate(search, heldOut, 3),
    ]),
  ),
);
