import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { standardTargets } from '../src/index.js';
import { greenhouse } from './greenhouse.js';
import { parsers } from './read/markdown.js';

const files = new Map(standardTargets.flatMap(({ render }) => render(greenhouse)).map(({ path, text }) => [path, text]));
const pages = [...files].flatMap(([path, text]) => {
  if (path.endsWith('.html')) return [{ path, $: load(text) }];
  return /\.(md|txt)$/.test(path) ? [{ path, $: load(parsers['marked']?.(text) ?? '') }] : [];
});

describe.each(pages)('$path', ({ path, $ }) => {
  test('links only to what is there', () => {
    const links = $('a, link, script[src]').toArray().map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      expect([...files.keys()]).toContain(target);
      if (anchor !== undefined) expect(load(files.get(target) ?? '')(`[id="${anchor}"]`)).toHaveLength(1);
    }
  });

  test('has no id twice', () => {
    const ids = $('[id]').toArray().map((element) => $(element).attr('id'));
    expect(ids).toEqual([...new Set(ids)]);
  });
});
