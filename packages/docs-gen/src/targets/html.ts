import { listGuides, writeGuide } from '../guides/guide-pages.js';
import siteScript from '../html/client/site.asset';
import themeScript from '../html/client/theme.asset';
import { writeFontFaces } from '../html/font-faces.js';
import { renderFunctionArticle } from '../html/function-section.js';
import { renderGroup } from '../html/group-page.js';
import { renderGuide } from '../html/guide-html.js';
import { renderIndex } from '../html/index-page.js';
import { html } from '../html/markup.js';
import { renderNavigation } from '../html/navigation.js';
import { framePage, ICON, type Site, type SitePage } from '../html/page.js';
import { renderRawMarkdown } from '../html/raw-markdown.js';
import stylesheet from '../html/style.asset';
import { writeEventList, writeEventPage } from '../markdown/event.js';
import { EVENT_LIST, type EventDoc, eventsOf } from '../reference/event-doc.js';
import { functionsOf } from '../reference/function-doc.js';
import { groupsOf } from '../reference/group-doc.js';
import type { Reference } from '../reference/reference.js';
import type { SiteSearchEntry } from '../search/search.js';
import { renderReference } from './markdown.js';
import { renderFunctionPage } from './markdown-pages.js';
import { listPages } from './pages.js';
import type { RenderedFile } from './target.js';

/**
 * A static site: the reference on one page, a page for every function and guide, with search, copy buttons and a dark
 * theme. It needs no server: every page works opened as a file, and under a policy that allows only the site's own
 * scripts and styles.
 */
export const renderHtml = (reference: Reference): RenderedFile[] => {
  const site = {
    reference,
    functions: functionsOf(reference),
    groups: groupsOf(reference),
    events: eventsOf(reference),
    guides: listGuides(reference),
  };
  return [
    ...listSitePages(site).map((page) => ({ path: `site/${page.path}`, text: framePage(site, page) })),
    { path: 'site/assets/style.css', text: writeFontFaces(reference.site) + stylesheet },
    { path: 'site/assets/theme.js', text: themeScript },
    { path: 'site/assets/site.js', text: siteScript },
    {
      path: 'site/assets/navigation.js',
      text: `globalThis.siteNavigation = ${JSON.stringify(renderNavigation(site).html)};\n`,
    },
    {
      path: 'site/assets/search-index.js',
      text: `globalThis.searchIndex = ${JSON.stringify(listSearchEntries(reference))};\n`,
    },
    { path: 'site/assets/icon.svg', text: ICON },
  ];
};

const listSitePages = ({ reference, functions, groups, events, guides }: Site): SitePage[] => [
  {
    path: 'index.html',
    title: `${reference.title} — Lua API reference`,
    summary: reference.summary ?? `Functions of ${reference.namespace} for Lua scripts`,
    main: html`${renderIndex(reference, functions, groups)}${renderRawMarkdown(renderReference(reference))}`,
  },
  ...functions.map((doc) => ({
    path: namePath('function', doc.name),
    title: `${doc.name} — ${reference.title} Lua reference`,
    summary: doc.summary,
    main: html`${renderFunctionArticle(reference, doc)}${renderRawMarkdown(renderFunctionPage(reference, doc))}`,
  })),
  ...groups.map((group) => ({
    path: `groups/${group.name}.html`,
    title: `${group.title} — ${reference.title} Lua reference`,
    summary: group.summary,
    main: renderGroup(reference, group),
  })),
  ...events.map((event) => ({
    path: namePath('event', event.page),
    title: `${event.name} — ${reference.title} Lua reference`,
    summary: event.summary,
    main: renderText(writeEventPage(reference, event)),
  })),
  ...(events.length === 0 ? [] : [listEvents(events)]),
  ...guides.map((guide) => ({
    path: namePath('guide', guide.name),
    title: `${guide.title} — ${reference.title} Lua reference`,
    summary: guide.summary,
    main: renderText(writeGuide(guide)),
  })),
];

const listEvents = (events: readonly EventDoc[]): SitePage => ({
  path: `groups/${EVENT_LIST}.html`,
  title: 'Planned events',
  summary: 'The events that may be sent',
  main: renderText(writeEventList(events)),
});

/** A page that is Markdown and nothing else. */
const renderText = (markdown: string) =>
  html`<article class="guide">${renderGuide(markdown)}</article>${renderRawMarkdown(markdown)}`;

const listSearchEntries = (reference: Reference): SiteSearchEntry[] =>
  listPages(reference)
    .filter(({ entry }) => entry.kind !== 'reference')
    .map(({ entry, search }) => ({
      ...search,
      title: entry.title,
      summary: entry.summary,
      path:
        entry.kind === 'event' || entry.group === undefined
          ? namePath(entry.kind, entry.name)
          : `groups/${entry.group}.html#${entry.name}`,
    }));

const namePath = (kind: string, name: string): string => `${kind}s/${name}.html`;
