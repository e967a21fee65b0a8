import { posix } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';

import { type Reference, standardTargets } from '../src/index.js';
import { greenhouse } from './greenhouse.js';
import { grouped } from './grouped.js';
import { parsers } from './read/markdown.js';

/** Names that the site's own pages could be expected to use up, and headings that come twice. */
const awkward: Reference = {
  title: 'Awkward',
  namespace: 'awkward',
  operations: ['main', 'search', 'theme', 'menu', 'navigation', 'errors', 'parameters', 'result', 'index'].map(
    (name) => ({
      name,
      summary: 'S.',
      effect: 'read',
      input: {
        type: 'object',
        properties: { parameters: { type: 'string' }, 'a b': { type: 'string' }, 'a-b': { type: 'string' } },
      },
      output: { type: 'object', properties: { parameters: { type: 'string' } } },
    }),
  ),
  errors: [{ code: 'e', summary: 'S.' }],
  guides: [
    { name: 'twice', title: 'Twice', summary: 'S.', text: '## Twice\n\n## Twice\n\n## main\n\n## raw agent markdown' },
  ],
};

const filesOf = (reference: Reference) =>
  new Map(standardTargets.flatMap(({ render }) => render(reference)).map(({ path, text }) => [path, text]));

const pagesOf = (reference: Reference) => {
  const files = filesOf(reference);
  return [...files].flatMap(([path, text]) => {
    if (path.endsWith('.html')) return [{ path, files, $: load(text) }];
    return /\.(md|txt)$/.test(path) ? [{ path, files, $: load(parsers['marked']?.(text) ?? '') }] : [];
  });
};

describe.each([...pagesOf(greenhouse), ...pagesOf(grouped), ...pagesOf(awkward)])('$path', ({ path, files, $ }) => {
  test('links only to what is there', () => {
    const links = $('a, link, script[src]')
      .toArray()
      .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      expect([...files.keys()]).toContain(target);
      if (anchor !== undefined) expect(load(files.get(target) ?? '')(`[id="${anchor}"]`)).toHaveLength(1);
    }
  });

  test('has no id twice', () => {
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(ids).toEqual([...new Set(ids)]);
  });
});
