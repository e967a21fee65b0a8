import { type CheerioAPI, load } from 'cheerio';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

import type { ReadField, ReadFunction } from './read-function.js';

/** Two independent Markdown parsers, to HTML. */
export const parsers: Readonly<Record<string, (markdown: string) => string>> = {
  'markdown-it': (markdown) => MarkdownIt({ html: true, linkify: true }).render(markdown),
  marked: (markdown) => marked.parse(markdown, { async: false }),
};

const inert = new Set(
  'html head body h1 h2 h3 p table thead tbody tr th td pre code hr ul li blockquote a em'.split(' '),
);

const attributes = new Set(['class', 'href', 'align']);

/** The functions of a Markdown reference: a section each, at one level of heading. */
export const readMarkdown = (markdown: string, toHtml: (markdown: string) => string, level = 2): ReadFunction[] => {
  const $ = load(toHtml(markdown));
  assertInert($);
  return $(`h${level}`)
    .toArray()
    .flatMap((heading) => {
      const section = $(heading).nextUntil(`h${level}`);
      const table = (title: string) => readTable($, title, section);
      const parameters = table('Parameters');
      return parameters === undefined
        ? []
        : [
            {
              name: $(heading).text(),
              summary: $(heading).next('p').text(),
              parameters: [...parameters, ...(table('Options') ?? [])],
              ...optional('results', table('Result')),
              code: section
                .filter('pre')
                .toArray()
                .map((block) => $(block).text().replace(/\n$/, '')),
            },
          ];
    });
};

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

const readTable = ($: CheerioAPI, title: string, section: ReturnType<CheerioAPI>): ReadField[] | undefined => {
  const heading = section.filter('h2, h3').filter((_, element) => $(element).text() === title);
  if (heading.length === 0) return undefined;
  return heading
    .next('table')
    .find('tbody tr')
    .toArray()
    .map((row) => {
      const [path = '', type = '', required = '', description = ''] = $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text());
      return { path, type, required, description };
    });
};

/** Fails when a text has become an element, a link or an attribute of its own. */
export const assertInert = ($: CheerioAPI): void => {
  const alive = $('*')
    .toArray()
    .filter(
      (element) =>
        !inert.has($(element).prop('tagName')?.toLowerCase() ?? '') ||
        Object.keys($(element).attr() ?? {}).some((name) => !attributes.has(name)),
    );
  if (alive.length > 0) throw new Error(`came to life: ${alive.map((element) => $.html(element)).join('\n')}`);
};
