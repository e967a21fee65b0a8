import type { RenderedFile } from '@moonwire/docs-gen';
import { type CheerioAPI, load } from 'cheerio';

import type { ReadField, ReadFunction } from './read-function.js';

/** The functions of the site, from their pages, which must hold no scripts, styles or links but the site's. */
export const readSite = (files: readonly RenderedFile[]): ReadFunction[] =>
  files
    .filter(({ path }) => path.startsWith('site/functions/'))
    .map(({ text }) => {
      const $ = load(text);
      assertNothingInline($);
      return readPage($);
    });

const readPage = ($: CheerioAPI): ReadFunction => {
  const list = (id: string) => readList($, $(`[id="${id}"]`).next('.fields'), '');
  return {
    name: $('h1').text(),
    summary: $('h1').next('.summary').text(),
    parameters: [...list('parameters'), ...list('options')],
    ...($('#result').length === 0 ? {} : { results: list('result') }),
    code: $('.function .language-lua')
      .toArray()
      .map((block) => $(block).text()),
  };
};

const readList = ($: CheerioAPI, list: ReturnType<CheerioAPI>, parent: string): ReadField[] =>
  list
    .children('.field')
    .toArray()
    .flatMap((item) => {
      const head = $(item).children('.field-head');
      const path = parent + head.children('.field-name').text();
      const type = head.children('.field-type').text();
      const unless = head.find('.unless code').text();
      const required = head.children('.optional').length > 0 ? 'no' : unless === '' ? 'yes' : `yes, or ${unless}`;
      const field = { path, type, required, description: $(item).children('.description').text() };
      return [field, ...readList($, $(item).children('.fields'), type.endsWith('[]') ? `${path}[].` : `${path}.`)];
    });

/** Fails when a page holds a script, style or handler of its own. */
export const assertNothingInline = ($: CheerioAPI): void => {
  const named = (selector: string, attribute: string, allowed: RegExp) =>
    $(selector)
      .toArray()
      .filter((element) => !allowed.test($(element).attr(attribute) ?? ''));
  const scripts = named('script', 'src', /^(\.\.\/)*assets\/[\w-]+\.js$/);
  const links = named('a', 'href', /^(#|(\.\.\/)*[\w/-]+\.html(#|$))/);
  const styled = $('style, [style], iframe, img, object, embed, form, base').toArray();
  const handled = $('*')
    .toArray()
    .filter((element) => Object.keys($(element).attr() ?? {}).some((name) => name.startsWith('on')));
  const wrong = [...scripts, ...styled, ...handled, ...links];
  if (wrong.length > 0) throw new Error(`inline or foreign: ${wrong.map((element) => $.html(element)).join('\n')}`);
};
