import { listGuides, writeGuide } from '../guides/guide-pages.js';
import { writeEventList, writeEventPage } from '../markdown/event.js';
import { writeGroupOverview } from '../markdown/group.js';
import { EVENT_LIST, type EventDoc, eventsOf } from '../reference/event-doc.js';
import { collectFields } from '../reference/field.js';
import { type FunctionDoc, functionsOf } from '../reference/function-doc.js';
import { type GroupDoc, groupsOf } from '../reference/group-doc.js';
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
  readonly kind: 'reference' | 'function' | 'group' | 'event' | 'guide';
  readonly summary: string;
  /** The group of an event, or of a function that is not of the reference itself. */
  readonly group?: string;
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

/** Every page: the short and the full reference, each function, group with its functions, event, and guide. */
export const listPages = (reference: Reference): IndexedPage[] => [
  ...listReferencePages(reference),
  ...functionsOf(reference).map((doc) => describeFunctionPage(reference, doc)),
  ...groupsOf(reference).flatMap((group) => [
    describeGroupPage(group),
    ...group.functions.map((doc) => describeFunctionPage(reference, doc, group)),
  ]),
  ...listEventPages(reference),
  ...listGuides(reference).map(describeGuidePage),
];

const listReferencePages = (reference: Reference): IndexedPage[] => {
  const stem = nameFiles(reference);
  const page = (name: string, title: string, summary: string, text: () => string): IndexedPage => ({
    entry: { name, title, kind: 'reference', summary },
    search: { name, words: '', around: '', summary, fields: [], text: title, rank: 0.5 },
    text,
  });
  return [
    page(stem, reference.namespace, 'The functions a script needs most', () => renderReference(reference)),
    page(`${stem}-full`, `${reference.namespace}, in full`, 'Every function, option, result and error', () =>
      renderFullReference(reference),
    ),
  ];
};

const describeFunctionPage = (reference: Reference, doc: FunctionDoc, group?: GroupDoc): IndexedPage => {
  const { name, summary } = doc;
  const titles = doc.examples.map(({ title }) => title);
  const taken = [...doc.parameters, ...doc.options];
  const fields = [...taken, ...doc.results];
  // What is deep inside a result says little of what a function is for.
  const inner = [...collectFields(taken)].filter((field) => !taken.includes(field));
  return {
    entry: { name, title: doc.path, kind: 'function', summary, ...(group && { group: group.name }) },
    search: {
      name,
      kind: doc.effect === 'read' ? 'reads' : 'changes',
      words: doc.words.join(' '),
      around: group ? [group.name, ...group.words].join(' ') : '',
      summary: [summary, ...titles.filter((title) => !summary.startsWith(title))].join(' '),
      fields: [doc.method, ...fields.map((field) => field.name)],
      text: [
        ...fields.map(({ description }) => description),
        ...inner.flatMap((field) => [field.name, field.description]),
        ...doc.results.flatMap((field) => field.fields).map((field) => field.name),
      ].join(' '),
    },
    text: () => renderFunctionPage(reference, doc),
  };
};

const describeGroupPage = (group: GroupDoc): IndexedPage => {
  const { name, title, summary, words, text } = group;
  return {
    entry: { name, title, kind: 'group', summary },
    search: { name, words: words.join(' '), around: '', summary, fields: [], text, rank: 0.6 },
    text: () => writeGroupOverview(group),
  };
};

const listEventPages = (reference: Reference): IndexedPage[] => {
  const events = eventsOf(reference);
  return events.length === 0
    ? []
    : [describeEventList(events), ...events.map((event) => describeEvent(reference, event))];
};

const describeEventList = (events: readonly EventDoc[]): IndexedPage => {
  const summary = `The ${events.length} events that may be sent, as the tracking plan has them`;
  return {
    entry: { name: EVENT_LIST, title: 'Planned events', kind: 'group', summary },
    search: { name: EVENT_LIST, words: '', around: '', summary, fields: [], text: '', rank: 0.6 },
    text: () => writeEventList(events),
  };
};

const describeEvent = (reference: Reference, event: EventDoc): IndexedPage => {
  const { page, name, summary, fields } = event;
  const all = [...collectFields(fields)];
  return {
    entry: { name: page, title: name, kind: 'event', summary, group: EVENT_LIST },
    search: {
      name,
      words: '',
      around: event.operation,
      summary,
      fields: fields.map((field) => field.name),
      text: all.map((field) => `${field.name} ${field.description}`).join(' '),
    },
    text: () => writeEventPage(reference, event),
  };
};

const describeGuidePage = (guide: Guide): IndexedPage => ({
  entry: { name: guide.name, title: guide.title, kind: 'guide', summary: guide.summary },
  search: {
    name: guide.name,
    words: (guide.words ?? []).join(' '),
    around: '',
    summary: guide.summary,
    fields: [],
    text: guide.text,
    rank: 0.6,
  },
  text: () => writeGuide(guide),
});

/** A page with its text and what reading that costs. */
export const readPage = ({ entry, text }: IndexedPage): DocsPage => {
  const rendered = text();
  return { ...entry, tokens: estimateTokens(rendered), text: rendered };
};
