import { listGuides, writeGuide } from '../guides/guide-pages.js';
import { flattenFields } from '../reference/field.js';
import { type FunctionDoc, functionsOf } from '../reference/function-doc.js';
import { nameFiles } from '../reference/names.js';
import type { Guide, Reference } from '../reference/reference.js';
import { estimateTokens } from '../reference/text.js';
import type { SearchEntry } from '../search/search.js';
import { renderFullReference } from './full-markdown.js';
import { renderReference } from './markdown.js';
import { renderFunctionPage } from './markdown-pages.js';

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

/** A page and what the search matches it by. The text is rendered when it is read. */
export interface IndexedPage {
  readonly entry: Omit<DocsEntry, 'tokens'>;
  readonly search: SearchEntry;
  readonly text: () => string;
}

/** Every page: the short and the full reference, each function, each guide. */
export const listPages = (reference: Reference): IndexedPage[] => [
  ...listReferencePages(reference),
  ...functionsOf(reference).map((doc) => describeFunctionPage(reference, doc)),
  ...listGuides(reference).map(describeGuidePage),
];

const listReferencePages = (reference: Reference): IndexedPage[] => {
  const stem = nameFiles(reference);
  const page = (name: string, title: string, summary: string, text: () => string): IndexedPage => ({
    entry: { name, title, kind: 'reference', summary },
    search: { name, fields: [], text: `${title} ${summary}` },
    text,
  });
  return [
    page(stem, reference.namespace, 'The functions a script needs most', () => renderReference(reference)),
    page(`${stem}-full`, `${reference.namespace}, in full`, 'Every function, option, result and error', () =>
      renderFullReference(reference),
    ),
  ];
};

const describeFunctionPage = (reference: Reference, doc: FunctionDoc): IndexedPage => {
  const fields = flattenFields([...doc.parameters, ...doc.options, ...doc.results]);
  return {
    entry: { name: doc.name, title: doc.path, kind: 'function', summary: doc.summary },
    search: {
      name: doc.name,
      fields: [doc.method, ...fields.map(({ name }) => name)],
      text: [
        doc.summary,
        ...fields.map(({ description }) => description),
        ...doc.examples.map(({ title }) => title),
      ].join(' '),
    },
    text: () => renderFunctionPage(reference, doc),
  };
};

const describeGuidePage = (guide: Guide): IndexedPage => ({
  entry: { name: guide.name, title: guide.title, kind: 'guide', summary: guide.summary },
  search: { name: guide.name, fields: [], text: guide.text },
  text: () => writeGuide(guide),
});

/** A page with its text and what reading that costs. */
export const readPage = ({ entry, text }: IndexedPage): DocsPage => {
  const rendered = text();
  return { ...entry, tokens: estimateTokens(rendered), text: rendered };
};
