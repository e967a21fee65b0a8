import { functionsOf } from '../function-doc.js';
import { flattenFields } from '../field.js';
import { guidesOf, guideText } from '../guides/guide-pages.js';
import type { Reference } from '../reference.js';
import { fileStem } from '../target.js';
import { renderFullReference } from '../targets/full-markdown.js';
import { renderFunctionPage } from '../targets/function-pages.js';
import { renderReference } from '../targets/markdown.js';
import { estimateTokens } from '../tokens.js';
import type { SearchEntry } from './search.js';

/** A page of the documentation, without its text. */
export interface DocsEntry {
  /** What `read` takes: `'track'`, `'errors'`, `'segment'`. */
  readonly name: string;
  readonly title: string;
  readonly kind: 'reference' | 'function' | 'guide';
  readonly summary: string;
  /** What reading it costs a language model, estimated. */
  readonly tokens: number;
}

/** A page with its text. */
export interface DocsPage extends DocsEntry {
  /** Markdown. */
  readonly text: string;
}

/** A page and what the search matches it by. */
export interface IndexedPage {
  readonly page: DocsPage;
  readonly search: SearchEntry;
}

/** Every page: the short and the full reference, each function, each guide. */
export const pagesOf = (reference: Reference): IndexedPage[] => [
  ...references(reference),
  ...functionsOf(reference).map((doc) => {
    const fields = flattenFields([...doc.parameters, ...doc.options, ...doc.results]);
    return {
      page: page(doc.name, doc.path, 'function', doc.summary, renderFunctionPage(reference, doc)),
      search: {
        name: doc.name,
        fields: [doc.method, ...fields.map(({ name }) => name)],
        text: [doc.summary, ...fields.map(({ description }) => description), ...doc.examples.map(({ title }) => title)].join(' '),
      },
    };
  }),
  ...guidesOf(reference).map((guide) => {
    const text = guideText(guide);
    return { page: page(guide.name, guide.title, 'guide', guide.summary, text), search: { name: guide.name, fields: [], text } };
  }),
];

const references = (reference: Reference): IndexedPage[] => {
  const stem = fileStem(reference);
  const entry = (name: string, title: string, summary: string, text: string): IndexedPage => ({
    page: page(name, title, 'reference', summary, text),
    search: { name, fields: [], text: `${title} ${summary}` },
  });
  return [
    entry(stem, reference.namespace, 'The functions a script needs most', renderReference(reference)),
    entry(`${stem}-full`, `${reference.namespace}, in full`, 'Every function, option, result and error', renderFullReference(reference)),
  ];
};

const page = (name: string, title: string, kind: DocsPage['kind'], summary: string, text: string): DocsPage => ({
  name,
  title,
  kind,
  summary,
  tokens: estimateTokens(text),
  text,
});
