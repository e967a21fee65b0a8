import { expect, test } from '@jest/globals';

import { type Reference, standardTargets } from '../src/index.js';
import { greenhouse } from './greenhouse.js';

const renderAll = (reference: Reference): ReadonlyMap<string, string> =>
  new Map(standardTargets.flatMap(({ render }) => render(reference)).map(({ path, text }) => [path, text]));

test('A function more changes no page of another function and no guide that does not name it', () => {
  const grown: Reference = {
    ...greenhouse,
    operations: [
      ...greenhouse.operations,
      { name: 'count_pots', group: 'more', summary: 'Count the pots.', effect: 'read', input: { type: 'object' } },
    ],
  };
  const before = renderAll(greenhouse);
  const pages = [...renderAll(grown)].filter(([path]) => /\/(functions|guides)\/|^[^/]+\/[^/]+\.md$/.test(path));
  const changed = pages.filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([
    'greenhouse/count_pots.md',
    'greenhouse/guides/overview.md',
    'site/functions/count_pots.html',
    'site/guides/overview.html',
  ]);
  expect(pages.length).toBeGreaterThan(15);
});
