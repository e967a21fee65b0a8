import type { RenderedFile } from '@moonwire/docs-gen';
import { load } from 'cheerio';
import { marked } from 'marked';

/** A block of code somewhere in the documentation. */
export interface Fence {
  readonly path: string;
  readonly language: string;
  readonly code: string;
}

/** Every block of code of every rendered file, however the file holds it. */
export const fencesOf = (files: readonly RenderedFile[]): Fence[] =>
  files.flatMap(({ path, text }) =>
    blocks(path, text).map((block) => ({ path, ...block, code: block.code.replace(/\n$/, '') })),
  );

type Block = Pick<Fence, 'language' | 'code'>;

const blocks = (path: string, text: string): Block[] => {
  if (path.endsWith('.html')) return inHtml(text).filter(({ language }) => language !== 'markdown');
  if (/\.(md|txt)$/.test(path)) return inHtml(marked.parse(text, { async: false }));
  if (path.endsWith('.d.lua')) return inHtml(marked.parse(docComments(text), { async: false }));
  return path.endsWith('.completion.json') ? inCompletion(text) : [];
};

const inHtml = (html: string): Block[] => {
  const $ = load(html);
  return $('pre > code')
    .toArray()
    .map((element) => ({
      language: /language-(\w+)/.exec($(element).attr('class') ?? '')?.[1] ?? '',
      code: $(element).text(),
    }));
};

const docComments = (lua: string): string =>
  lua
    .split('\n')
    .map((line) => (/^---(?!@)/.test(line) ? line.slice(3) : ''))
    .join('\n');

const inCompletion = (json: string): Block[] =>
  (JSON.parse(json) as { functions: { examples: { code: string }[] }[] }).functions.flatMap(({ examples }) =>
    examples.map(({ code }) => ({ language: 'lua', code })),
  );
