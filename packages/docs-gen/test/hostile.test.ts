import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';

import { type Reference, renderFullReference, renderLlms, renderReference } from '../src/index.js';
import { hostileText } from './hostile-text.js';
import { callsOf } from './lua-engine.js';
import { plain } from './plain.js';
import { expected } from './read/expected.js';
import { assertInert, parsers } from './read/markdown.js';
import { readers } from './read/targets.js';
import { render } from './render.js';

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '?');

const TEXTS = 100;
const RUNS = 40;

/** A library whose every text is hostile: twenty texts a function. */
const library = (texts: readonly string[]): Reference => ({
  title: 'Hostile',
  namespace: 'lib',
  operations: Array.from({ length: texts.length / 20 }, (_, index) => {
    const [summary = '', title = '', value = '', ...descriptions] = texts.slice(index * 20, index * 20 + 20);
    return {
      name: `f${index}`,
      effect: 'read' as const,
      // A function without a summary has no paragraph to read back.
      summary: summary === '' ? '?' : summary,
      input: described(descriptions.slice(0, 9)),
      output: described(descriptions.slice(9)),
      examples: [{ title, input: { [wellFormed(value)]: wellFormed(value) } }],
    };
  }),
});

const described = (descriptions: readonly string[]) => ({
  type: 'object',
  properties: Object.fromEntries(
    descriptions.map((description, index) => [`p${index}`, { type: 'string', description }]),
  ),
});

/** Pages and llms-full.txt hold the same sections as the full reference: one parser is enough for them. */
const distinctReaders = readers.filter(
  ({ target, by }) => by !== 'markdown-it' || !['function-pages', 'llms'].includes(target),
);

const libraries = fc.array(hostileText, { minLength: TEXTS, maxLength: TEXTS }).map(library);
const check = (property: (reference: Reference) => void) => {
  fc.assert(fc.property(libraries, property), { numRuns: RUNS });
};

describe(`${TEXTS * RUNS} hostile texts`, () => {
  test.each(distinctReaders)('come back equal and inert from $target by $by', ({ target, shows, read }) => {
    check((reference) => {
      const functions = read(render(target, reference), reference);
      const normal = functions.map(({ name, summary, parameters, results }) => ({
        name,
        summary: plain(summary),
        parameters: parameters.map(plainField),
        ...(results ? { results: results.map(plainField) } : {}),
      }));
      expect(normal).toEqual(expected(reference, shows));
    });
  });

  test.each(Object.entries(parsers))('come back as titles, summaries and errors from Markdown by %s', (_, parse) => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 5, maxLength: 5 }), (texts) => {
        const [title, summary, error, guideTitle, guideSummary] = texts.map((text) => `${text}.${text}`) as [
          string,
          string,
          string,
          string,
          string,
        ];
        const reference: Reference = {
          ...library([]),
          title,
          summary,
          errors: [{ code: 'e', summary: error }],
          guides: [{ name: 'mine', title: guideTitle, summary: guideSummary, text: 'Text.' }],
        };
        const read = (markdown: string) => {
          const $ = load(parse(markdown));
          assertInert($);
          return $;
        };
        const guide = render('guides', reference).find(({ path }) => path.endsWith('mine.md'))?.text ?? '';
        expect(read(renderReference(reference))('h1').text()).toBe(`${plain(title)} — Lua API Reference`);
        expect(read(renderLlms(reference))('blockquote p').text()).toBe(plain(summary));
        expect(read(renderLlms(reference))('li a[href$="mine.md"]').text()).toBe(plain(guideTitle));
        expect(read(renderFullReference(reference))('li').text()).toBe(`e: ${plain(error)}`);
        expect(read(guide)('h1').text()).toBe(plain(guideTitle));
      }),
      { numRuns: 100 },
    );
  });

  test('are data to Lua: an example calls what it should with what it should, and nothing else', () => {
    check((reference) => {
      const blocks =
        readers.find(({ target }) => target === 'completion')?.read(render('completion', reference), reference) ?? [];
      const calls = callsOf(blocks.flatMap(({ code }) => code).join('\n'), 'lib');
      expect(calls).toEqual(
        reference.operations.map(({ name, examples }) => ({ path: `lib.${name}`, input: examples?.[0]?.input })),
      );
    });
  });
});

const plainField = <T extends { readonly description: string }>(field: T): T => ({
  ...field,
  description: plain(field.description),
});
